package org.preclaim.lifecycle;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where in its life a release is. */
public enum ReleaseState {
  /** It was handed in. */
  DRAFT,
  /** It compiles, and decides its scenarios as they promise. */
  VERIFIED,
  /** Somebody else than its author looked at it; it may be put in force. */
  APPROVED,
  /** It decides. */
  ACTIVE,
  /** It decided once, and may be put in force again. */
  SUPERSEDED,
  /** Whoever looked at it was against it. */
  REJECTED,
  /** It was taken back before it was in force. */
  WITHDRAWN;

  /** The word in answers and queries. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of this word. */
  public static Optional<ReleaseState> of(String word) {
    return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
  }
}
