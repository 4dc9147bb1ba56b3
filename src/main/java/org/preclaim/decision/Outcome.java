package org.preclaim.decision;

/** The decision in a word. */
public enum Outcome {
  CLEAN("clean"),
  SUGGESTIONS("suggestions"),
  WARNINGS("warnings"),
  /** A required family could not be evaluated, whatever else was found. */
  INCOMPLETE("incomplete");

  private final String word;

  Outcome(String word) {
    this.word = word;
  }

  /** The word used on the wire. */
  public String word() {
    return word;
  }
}
