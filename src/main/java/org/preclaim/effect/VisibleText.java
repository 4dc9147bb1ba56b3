package org.preclaim.effect;

import java.util.Locale;

/** Text of cells and files with nothing in it that people cannot see. */
final class VisibleText {

  private VisibleText() {}

  /** The text on one line: line breaks and other characters that do not show become escapes. */
  static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(each -> append(shown, each));
    return shown.toString();
  }

  /** The same without the line breaks between, each line of it on its own. */
  static Iterable<String> lines(String text) {
    return text.lines().map(VisibleText::of).toList();
  }

  private static void append(StringBuilder shown, int character) {
    switch (character) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        if (isVisible(character)) {
          shown.appendCodePoint(character);
        } else {
          shown.append(String.format(Locale.ROOT, "\\u{%04x}", character));
        }
      }
    }
  }

  private static boolean isVisible(int character) {
    if (character == ' ') {
      return true;
    }
    int type = Character.getType(character);
    return !Character.isSpaceChar(character)
        && !Character.isISOControl(character)
        && type != Character.FORMAT
        && type != Character.UNASSIGNED
        && type != Character.PRIVATE_USE
        && type != Character.SURROGATE;
  }
}
