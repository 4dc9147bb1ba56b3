package org.preclaim.intake.json;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Vocabulary;

/** What a sender may have meant by a word that is not known. */
final class Meant {

  private static final int LONGEST = 60;

  private Meant() {}

  /** A question for the one of {@code words} that may have been meant, if one is near. */
  static @Nullable String among(Iterable<String> words, String wrong) {
    if (wrong.length() > LONGEST) {
      return null; // comparing costs time by length, and nobody mistypes that much
    }
    Optional<String> nearest = Vocabulary.nearest(words, wrong);
    return nearest.map(word -> "did you mean `" + word + "`?").orElse(null);
  }
}
