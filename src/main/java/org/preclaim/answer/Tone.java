package org.preclaim.answer;

import org.preclaim.answer.DecisionText.Colour;

/** What a word on a page says, and therefore how it is coloured. */
enum Tone {
  PLAIN(""),
  HEADING("1"),
  GOOD("32"),
  ADVICE("36"),
  CAUTION("33"),
  ALARM("1;31");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  String paint(Colour colour, String text) {
    return switch (colour) {
      case NONE -> text;
      case ANSI ->
          code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    };
  }
}
