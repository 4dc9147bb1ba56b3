package org.preclaim.intake.json;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Vocabulary;

/** How messages cite what the sender wrote. */
final class Quoted {

  private static final int LONGEST = 60;

  private Quoted() {}

  /** The text in backticks on one line, cut where it is long. */
  static String text(String text) {
    return "`" + name(text) + "`";
  }

  /** The same without the backticks. */
  static String name(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || Character.isSurrogate(c)) {
        shown.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        shown.append(c);
      }
    }
    return shown.append(text.length() > LONGEST ? "…" : "").toString();
  }

  /** A question for the one of {@code words} that may have been meant, if one is near. */
  static @Nullable String didYouMean(Iterable<String> words, String wrong) {
    if (wrong.length() > LONGEST) {
      return null; // comparing costs time by length, and nobody mistypes that much
    }
    Optional<String> nearest = Vocabulary.nearest(words, wrong);
    return nearest.map(word -> "did you mean `" + word + "`?").orElse(null);
  }
}
