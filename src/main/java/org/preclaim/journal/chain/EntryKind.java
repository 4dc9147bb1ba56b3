package org.preclaim.journal.chain;

import java.util.Arrays;

/** What an entry records. */
public enum EntryKind {
  DECISION("decision"),
  /** That a patient's personal facts were erased, and from which entries. */
  ERASURE("erasure"),
  /** That entries before a day were let go, and up to which. */
  RETENTION("retention"),
  /** What became of the cards that a client of CDS Hooks was given. */
  FEEDBACK("feedback"),
  /** A step in the life of a release: that it was drafted, approved, put in force and so on. */
  STEP("release-step");

  private final String word;

  EntryKind(String word) {
    this.word = word;
  }

  /** The word used in the database and in exports. */
  public String word() {
    return word;
  }

  /** The kind of this word; throws {@link IllegalArgumentException} where there is none. */
  public static EntryKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of entry"));
  }
}
