package org.preclaim.reference.pack;

/**
 * Five-character procedure codes as whole numbers that sort as their texts do: what tables hold
 * instead of strings.
 */
public final class CodeKey {

  /** No code. */
  public static final int NONE = -1;

  /** How many characters a code has. */
  public static final int LENGTH = 5;

  private static final int BASE = 36;
  private static final int DIGITS = 10;

  private CodeKey() {}

  /**
   * The number of {@code code}; {@link #NONE} where it is not five upper-case letters or digits.
   */
  public static int of(CharSequence code) {
    if (code.length() != LENGTH) {
      return NONE;
    }
    int key = 0;
    for (int i = 0; i < LENGTH; i++) {
      int digit = digit(code.charAt(i));
      if (digit < 0) {
        return NONE;
      }
      key = key * BASE + digit;
    }
    return key;
  }

  /** The value of one character in a code; negative where no code has it. */
  public static int digit(int character) {
    if (character >= '0' && character <= '9') {
      return character - '0';
    }
    return character >= 'A' && character <= 'Z' ? character - 'A' + DIGITS : -1;
  }

  /** The number of a code whose number without its last character is {@code key}. */
  public static int append(int key, int digit) {
    return key * BASE + digit;
  }

  /** The code of {@code key}. */
  public static String text(int key) {
    char[] code = new char[LENGTH];
    int rest = key;
    for (int i = LENGTH - 1; i >= 0; i--) {
      int digit = rest % BASE;
      code[i] = (char) (digit < DIGITS ? '0' + digit : 'A' + digit - DIGITS);
      rest /= BASE;
    }
    return new String(code);
  }
}
