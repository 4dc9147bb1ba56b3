package org.preclaim.problem;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an input. Control characters in the sender's text, which could write
 * over what a terminal shows or begin a line of their own, are shown as what they are.
 *
 * @param place where it stands
 * @param code stable, documented, for instance {@code JSON-UNKNOWN-FIELD}
 * @param message lower case, no final stop, the sender's own text in backticks
 * @param help how to put it right, where that is not plain from the message
 */
public record Problem(Place place, String code, String message, @Nullable String help) {

  /** Makes the texts printable. */
  public Problem {
    message = printable(message);
    help = help == null ? null : printable(help);
  }

  /** A problem whose message says it all. */
  public Problem(Place place, String code, String message) {
    this(place, code, message, null);
  }

  /** {@code place: CODE message}, and the help on a line of its own. */
  @Override
  public String toString() {
    String line = printable(place.toString()) + ": " + code + " " + message;
    return line + (help == null ? "" : "\n  help: " + help);
  }

  private static String printable(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.chars().forEach(each -> shown.append(shown((char) each)));
    return shown.toString();
  }

  private static String shown(char each) {
    if (!Character.isISOControl(each)) {
      return String.valueOf(each);
    }
    return Character.isWhitespace(each) ? " " : Quoted.escape(each);
  }
}
