package org.preclaim.encounter;

/** What the units of a service line count. */
public enum UnitBasis {
  UNITS("units"),
  MINUTES("minutes");

  private final String word;

  UnitBasis(String word) {
    this.word = word;
  }

  /** The word used on the wire. */
  public String word() {
    return word;
  }
}
