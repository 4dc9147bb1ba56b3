package org.preclaim.analysis;

import java.util.regex.Pattern;

/**
 * One thing that can be said of a fact, and holds or does not.
 *
 * @param fact the pattern whose fact is meant, from 1; 0 for the encounter as a whole
 * @param says what is said of it
 * @param word of what
 */
record Atom(int fact, Says says, String word) {

  private static final Pattern MODIFIER = Pattern.compile("[0-9A-Z]{2}");
  private static final Pattern DIAGNOSIS = Pattern.compile("[0-9A-Z]{1,8}");
  private static final Pattern CODE = Pattern.compile("[0-9A-Z]{1,48}");

  /** What can be said of a fact. */
  enum Says {
    /** The line carries the modifier. */
    MODIFIER,
    /** The line points to a diagnosis that begins so. */
    DIAGNOSIS,
    /** The procedure's interventions hold the word. */
    INTERVENTION,
    /** The procedure's techniques hold the word. */
    TECHNIQUE,
    /** The code is reported, or the kind performed, beside the procedure. */
    BESIDE,
    /** The code is reported on another line. */
    REPORTED,
    /** The record states the element. */
    DOCUMENTED,
    /**
     * The fact stands for work of one session with that of the pattern whose number is the word.
     */
    TOGETHER,
    /** The fact is of one day and provider with that of the pattern whose number is the word. */
    SAME_DAY,
    /** A condition that is not understood; the word is its column and text. */
    UNREAD
  }

  /** Whether an encounter could make it true. */
  boolean isPossible() {
    return switch (says) {
      case MODIFIER -> MODIFIER.matcher(word).matches();
      case DIAGNOSIS -> DIAGNOSIS.matcher(word).matches();
      case REPORTED -> CODE.matcher(word).matches();
      case BESIDE, INTERVENTION, TECHNIQUE, DOCUMENTED, TOGETHER, SAME_DAY, UNREAD -> true;
    };
  }

  /** Whether this cannot hold without {@code other}: N13.0 is below N13. */
  boolean isBelow(Atom other) {
    return says == Says.DIAGNOSIS
        && other.says == Says.DIAGNOSIS
        && fact == other.fact
        && word.length() > other.word.length()
        && word.startsWith(other.word);
  }
}
