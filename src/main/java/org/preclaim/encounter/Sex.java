package org.preclaim.encounter;

/** The patient's sex as the payer has it. */
public enum Sex {
  FEMALE("female"),
  MALE("male"),
  UNKNOWN("unknown");

  private final String word;

  Sex(String word) {
    this.word = word;
  }

  /** The word used on the wire and in tables. */
  public String word() {
    return word;
  }
}
