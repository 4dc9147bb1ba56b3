package org.preclaim.lifecycle;

import java.util.Arrays;
import java.util.Locale;

/** What a step does to a release. */
public enum StepKind {
  /** Its files were handed in. */
  DRAFTED,
  /** It was compiled and its scenarios ran, with nothing found. */
  VERIFIED,
  APPROVED,
  REJECTED,
  WITHDRAWN,
  /** It is to be put in force at a time. */
  SCHEDULED,
  /** It waits for its time no more, and is what it was before. */
  CANCELLED,
  /** It was put in force. */
  ACTIVATED,
  /** It was in force, and the one before it was put in force again. */
  ROLLED_BACK,
  /** It lay in the working folder when a service started, and was put in force. */
  TAKEN;

  /** The word in the journal and in answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of this word; throws {@link IllegalArgumentException} where there is none. */
  static StepKind of(String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of step"));
  }
}
