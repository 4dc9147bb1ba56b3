package org.preclaim.engine.language;

/**
 * A line that another family would have denied. Families that match it are evaluated after all
 * others.
 *
 * @param line the line
 */
public record DeniedLine(BilledLine line) {

  @Override
  public String toString() {
    return "denied " + line;
  }
}
