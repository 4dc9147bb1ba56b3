package org.preclaim.intake.json;

import org.preclaim.problem.Quoted;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * Says in our words where a text stops being JSON. The library's words are for programmers and
 * change with its versions; the character at which it stopped tells as much.
 */
final class SyntaxProblem {

  private SyntaxProblem() {}

  static JsonTree.Unreadable of(JacksonException broken, String text) {
    TokenStreamLocation known = broken.getLocation();
    TokenStreamLocation location = known == null ? TokenStreamLocation.NA : known;
    int offset = (int) Math.min(text.length(), Math.max(0, location.getCharOffset()));
    String words =
        text.substring(offset).isBlank()
            ? "the text ends in the middle of the document"
            : Quoted.text(text.substring(offset, offset + 1)) + at(text.charAt(offset));
    return new JsonTree.Unreadable(JsonProblemCode.SYNTAX, words, location);
  }

  private static String at(char stopped) {
    return " cannot stand here: "
        + switch (stopped) {
          case '}', ']' -> "something is missing before it, or a comma is too many";
          case '\'' -> "names and texts stand in double quotes";
          case '/', '#' -> "there are no comments in JSON";
          case '\n', '\r', '\t' -> "a line break or tab in a text is written `\\n` or `\\t`";
          default ->
              Character.isDigit(stopped)
                  ? "a number has no leading zeros, and a code is a text in double quotes"
                  : "names and texts stand in double quotes, with a comma between two fields";
        };
  }
}
