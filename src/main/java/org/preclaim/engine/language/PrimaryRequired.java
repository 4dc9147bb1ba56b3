package org.preclaim.engine.language;

import java.util.List;

/**
 * A row's statement that a line is an add-on, payable only beside one of these primaries.
 *
 * @param line the add-on
 * @param primaries codes of which one must be payable on the same day, by the same provider
 * @param severity of the flag where none is
 */
public record PrimaryRequired(BilledLine line, List<String> primaries, String severity)
    implements Statement {

  /** The add-on and its comma-separated primaries. */
  public static PrimaryRequired of(BilledLine line, String primaries) {
    return new PrimaryRequired(line, Lists.split(primaries), "deny");
  }

  /** The same with this severity. */
  public PrimaryRequired severity(String word) {
    return new PrimaryRequired(line, primaries, word);
  }

  /** Whether {@code other} is a primary that the add-on may stand beside. */
  public boolean metBy(BilledLine other) {
    return primaries.contains(other.code()) && line.sameDay(other);
  }

  @Override
  public String inWords() {
    return line + " needs a primary procedure";
  }
}
