package org.preclaim.engine.language;

import org.preclaim.reference.Vintage;

/**
 * A coverage article that speaks of a line's code.
 *
 * @param line the line
 * @param article its displayed id, for instance {@code A12345}
 * @param supported whether a diagnosis that the line points to is in a group for the code
 * @param linked whether the article says which codes each of its groups is for
 * @param vintage the release of the articles
 */
public record ArticleCoverage(
    BilledLine line, String article, boolean supported, boolean linked, Vintage vintage)
    implements Published {

  /** Whether the article, read as a whole, supports none of the line's diagnoses. */
  public boolean unsupported() {
    line.read();
    return linked && !supported;
  }

  @Override
  public String inWords() {
    return Published.file(vintage)
        + ": article "
        + article
        + (supported ? " lists" : linked ? " does not list" : " may list")
        + " a diagnosis of line "
        + line.number()
        + " for "
        + line.code();
  }
}
