package org.preclaim.desk;

/** Through which door an encounter came; the journal says so of each decision. */
public enum Door {
  HTTP("http"),
  HTTP_BATCH("http-batch"),
  CHECK("check"),
  WATCH("watch"),
  JOURNAL("journal");

  private final String word;

  Door(String word) {
    this.word = word;
  }

  /** The word in the journal. */
  public String word() {
    return word;
  }
}
