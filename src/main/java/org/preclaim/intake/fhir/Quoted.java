package org.preclaim.intake.fhir;

import java.util.Locale;

/** How messages cite what the sender wrote. */
final class Quoted {

  private static final int LONGEST = 80;

  private Quoted() {}

  /** The text in backticks on one line, cut where it is long. */
  static String text(String text) {
    StringBuilder shown = new StringBuilder("`");
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || Character.isSurrogate(c)) {
        shown.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        shown.append(c);
      }
    }
    return shown.append(text.length() > LONGEST ? "…`" : "`").toString();
  }
}
