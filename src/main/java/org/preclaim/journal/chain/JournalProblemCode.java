package org.preclaim.journal.chain;

/** What can be wrong with a journal. */
public enum JournalProblemCode {
  /** The journal cannot be written or read now; nothing is lost. */
  UNAVAILABLE,
  /** More waits to be written than the journal takes. */
  BUSY,
  /** What was removed is not gone from the disk yet. */
  STILL_IN_FILE,
  /** A file or database is no journal, or is damaged. */
  UNREADABLE,
  ENTRY_CHANGED,
  ENTRY_MISSING,
  ENTRY_UNEXPECTED,
  BATCH_CHANGED,
  PERSONAL_CHANGED,
  PERSONAL_MISSING,
  TERMS_CHANGED,
  RELEASE_CHANGED,
  STEPS_CHANGED,
  /** Something acts on the tables, or stands in place of one, that the journal did not make. */
  TABLES_CHANGED,
  CUT_OFF,
  ROOT_DIFFERS;

  /** The code that users see. */
  public String code() {
    return "JOURNAL-" + name().replace('_', '-');
  }
}
