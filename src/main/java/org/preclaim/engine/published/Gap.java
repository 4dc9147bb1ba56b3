package org.preclaim.engine.published;

/**
 * Something that could not be asked.
 *
 * @param reason why
 * @param words for the check, for instance {@code no NCCI add-on table covers 2026-03-03}; the name
 *     of the file where it was never imported
 */
public record Gap(Reason reason, String words) {

  /** Why something could not be asked. */
  public enum Reason {
    /** The file was never imported: whoever runs this does without it, or has not begun. */
    NEVER_IMPORTED,
    /** The file is in use, but no vintage of it covers a day: somebody counts on it. */
    NOT_COVERED,
    /** The encounter was not sent with what is compared. */
    NOT_SENT
  }
}
