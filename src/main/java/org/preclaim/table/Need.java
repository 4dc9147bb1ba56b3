package org.preclaim.table;

/** A part of an encounter that a family must have been sent to be evaluated. */
public enum Need {
  DIAGNOSES("diagnoses"),
  PROCEDURES("procedures"),
  DOCUMENTATION("documentation"),
  HISTORY("history"),
  BIRTH_DATE("birth-date");

  private final String word;

  Need(String word) {
    this.word = word;
  }

  /** The word used in workbooks. */
  public String word() {
    return word;
  }
}
