package org.preclaim.decision;

import org.jspecify.annotations.Nullable;

/**
 * What became of one policy family for this encounter.
 *
 * @param family the family's name
 * @param state whether it was evaluated
 * @param detail why not, in plain words
 */
public record Check(String family, State state, @Nullable String detail) {

  /** What the detail begins with where an official file was never imported. */
  private static final String NOT_IMPORTED = "not imported: ";

  /**
   * A family that has no data because its official files were never imported, which whoever runs
   * this may have decided.
   *
   * @param files what is missing, in words
   */
  public static Check notImported(String family, String files) {
    return new Check(family, State.NO_DATA, NOT_IMPORTED + files);
  }

  /** Whether the family has no data because its official files were never imported. */
  public boolean isNotImported() {
    return state == State.NO_DATA && detail != null && detail.startsWith(NOT_IMPORTED);
  }

  /** Whether a family was evaluated. */
  public enum State {
    APPLIED("applied"),
    NOT_APPLICABLE("not-applicable"),
    /** The family concerns the encounter, but facts or reference data that it needs are missing. */
    NO_DATA("no-data"),
    /** A rule of the family failed; the encounter needs a person. */
    ERROR("error"),
    /** Not evaluated to the end: the family ran out of its budget. */
    SKIPPED("skipped");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word used on the wire. */
    public String word() {
      return word;
    }
  }
}
