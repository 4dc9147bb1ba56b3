package org.preclaim.reference.pack;

/**
 * Codes of up to eight characters as whole numbers that sort as their texts do: diagnoses,
 * modifiers, and procedure codes with a modifier behind them. All codes that begin alike stand next
 * to each other.
 */
public final class TextKey {

  /** No code. */
  public static final long NONE = -1;

  /** The most characters of a code. */
  public static final int LENGTH_MAX = 8;

  /** One more than the 36 letters and digits: 0 stands for nothing, and sorts before them. */
  private static final int BASE = 37;

  private TextKey() {}

  /**
   * The number of {@code code}; {@link #NONE} where it is not one to eight upper-case letters and
   * digits.
   */
  public static long of(CharSequence code) {
    if (code.isEmpty() || code.length() > LENGTH_MAX) {
      return NONE;
    }
    long key = 0;
    for (int i = 0; i < LENGTH_MAX; i++) {
      int digit = i < code.length() ? CodeKey.digit(code.charAt(i)) : -1;
      if (i < code.length() && digit < 0) {
        return NONE;
      }
      key = key * BASE + digit + 1;
    }
    return key;
  }

  /** The first number after those of all codes that begin with {@code code}. */
  public static long after(CharSequence code) {
    long span = 1;
    for (int i = code.length(); i < LENGTH_MAX; i++) {
      span *= BASE;
    }
    return of(code) + span;
  }

  /** The code of {@code key}. */
  public static String text(long key) {
    StringBuilder code = new StringBuilder(LENGTH_MAX);
    for (long rest = key; rest > 0; rest /= BASE) {
      int digit = (int) (rest % BASE) - 1;
      if (digit >= 0) {
        code.append(Character.toUpperCase(Character.forDigit(digit, Character.MAX_RADIX)));
      }
    }
    return code.reverse().toString();
  }
}
