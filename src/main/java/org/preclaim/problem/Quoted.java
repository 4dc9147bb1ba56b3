package org.preclaim.problem;

import java.util.Locale;

/** How messages and places cite what a sender wrote: on one line, and cut where it is long. */
public final class Quoted {

  /** How many characters are shown. */
  static final int LONGEST = 80;

  private Quoted() {}

  /** The text in backticks. */
  public static String text(String text) {
    return "`" + name(text) + "`";
  }

  /** The text without backticks, for a name in a place. */
  public static String name(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char each = text.charAt(i);
      // Half of a pair could be all that is left of a character.
      boolean printable = !Character.isISOControl(each) && !Character.isSurrogate(each);
      shown.append(printable ? String.valueOf(each) : escape(each));
    }
    return shown.append(text.length() > LONGEST ? "…" : "").toString();
  }

  /** A character that must not be printed, as JSON and Java write it. */
  static String escape(char each) {
    return String.format(Locale.ROOT, "\\u%04x", (int) each);
  }
}
