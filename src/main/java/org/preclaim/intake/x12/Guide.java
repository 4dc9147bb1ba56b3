package org.preclaim.intake.x12;

/** An implementation guide for claims, its errata included. */
enum Guide {
  /** 005010X222: what practitioners send. */
  PROFESSIONAL("a professional", 12),
  /** 005010X223: what hospitals and other institutions send. */
  INSTITUTIONAL("an institutional", 25);

  private final String words;
  private final int diagnosesMax;

  Guide(String words, int diagnosesMax) {
    this.words = words;
    this.diagnosesMax = diagnosesMax;
  }

  /** What its claims are, in words with their article. */
  String words() {
    return words;
  }

  /** How many diagnoses a claim may carry. */
  int diagnosesMax() {
    return diagnosesMax;
  }
}
