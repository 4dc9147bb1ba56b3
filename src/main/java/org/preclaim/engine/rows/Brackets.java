package org.preclaim.engine.rows;

import java.util.ArrayDeque;
import java.util.Deque;

/** The brackets and quotes of a piece of code. */
final class Brackets {

  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private Brackets() {}

  /** Whether each has its other half. */
  static boolean match(String code) {
    Deque<Integer> open = new ArrayDeque<>();
    boolean quoted = false;
    for (int index = 0; index < code.length(); index++) {
      char letter = code.charAt(index);
      if (quoted && letter == '\\') {
        index++;
      } else if (letter == '"') {
        quoted = !quoted;
      } else if (!quoted && OPENING.indexOf(letter) >= 0) {
        open.push(OPENING.indexOf(letter));
      } else if (!quoted && CLOSING.indexOf(letter) >= 0) {
        if (open.isEmpty() || open.pop() != CLOSING.indexOf(letter)) {
          return false;
        }
      }
    }
    return open.isEmpty() && !quoted;
  }
}
