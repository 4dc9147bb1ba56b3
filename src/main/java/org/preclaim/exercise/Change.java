package org.preclaim.exercise;

/**
 * A small change of a cell, of the sort that slips in.
 *
 * @param kind what sort it is
 * @param after what the cell says then; empty where it is cleared
 */
record Change(Kind kind, String after) {

  /** A sort of change. */
  enum Kind {
    /** A code that lies next to the one meant. */
    CODE("another code"),
    /** A list with one item less. */
    ITEM("an item less"),
    /** A day earlier or later. */
    DATE("another day"),
    /** Yes in the place of no. */
    ANSWER("the opposite"),
    /** Another word of the vocabulary, or of the same column. */
    WORD("another word"),
    /** A severity that is not meant. */
    SEVERITY("another severity"),
    /** One more or less. */
    NUMBER("another number"),
    /** Nothing at all. */
    BLANK("cleared");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** What was done, in words. */
    String word() {
      return word;
    }
  }
}
