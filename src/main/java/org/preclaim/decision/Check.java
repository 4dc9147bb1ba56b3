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
