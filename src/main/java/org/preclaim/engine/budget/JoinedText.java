package org.preclaim.engine.budget;

/** Texts that rules join: what one rule stated may come back to the next, and grow each time. */
public final class JoinedText {

  /** Characters; a finding takes a few hundred at most. */
  static final int LENGTH_MAX = 10_000;

  private JoinedText() {}

  /** {@code text}; throws {@link IllegalStateException} where it is too long. */
  public static String limited(String text) {
    if (text.length() > LENGTH_MAX) {
      throw new IllegalStateException(
          "a rule joined a text of " + text.length() + " characters, at most " + LENGTH_MAX);
    }
    return text;
  }
}
