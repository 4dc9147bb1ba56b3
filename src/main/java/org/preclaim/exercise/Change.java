package org.preclaim.exercise;

/**
 * A small change of a cell, of the sort that slips in.
 *
 * @param kind what sort it is
 * @param after what the cell says then; empty where it is cleared
 * @param inWords what is done, for instance {@code `deny` becomes `risk`}
 */
record Change(Kind kind, String after, String inWords) {

  /** A sort of change. */
  enum Kind {
    /** A code that lies next to the one meant. */
    CODE,
    /** A list with one item less. */
    ITEM,
    /** A day earlier or later. */
    DATE,
    /** Yes in the place of no. */
    ANSWER,
    /** Another word of the vocabulary, or of the same column. */
    WORD,
    /** A severity that is not meant. */
    SEVERITY,
    /** One more or less. */
    NUMBER,
    /** Nothing at all. */
    BLANK
  }

  /** A cell that says something else. */
  static Change of(Kind kind, String before, String after) {
    return new Change(kind, after, "`" + before + "` becomes `" + after + "`");
  }

  /** A list without one of its items. */
  static Change without(String item, String rest) {
    return new Change(Kind.ITEM, rest, "without `" + item + "`");
  }

  /** A cell that says nothing. */
  static Change cleared() {
    return new Change(Kind.BLANK, "", "cleared");
  }
}
