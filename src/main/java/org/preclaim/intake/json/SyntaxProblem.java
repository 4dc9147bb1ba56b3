package org.preclaim.intake.json;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Turns the JSON library's words about broken syntax into ours. */
final class SyntaxProblem {

  private static final Pattern CHARACTER_CODE = Pattern.compile(" \\(code \\d+[^)]*\\)");
  private static final Pattern QUOTED = Pattern.compile("\\('([^']*)'\\)");
  private static final Pattern TRAILER = Pattern.compile("(?s)( \\(start marker at|\\R| at \\[).*");

  private SyntaxProblem() {}

  static JsonTree.Unreadable of(JacksonException broken) {
    return new JsonTree.Unreadable(JsonProblemCode.SYNTAX, words(broken), location(broken));
  }

  private static String words(JacksonException broken) {
    if (broken instanceof UnexpectedEndOfInputException) {
      return "the text ends in the middle of the document";
    }
    String message = broken.getOriginalMessage();
    message = TRAILER.matcher(message).replaceFirst("");
    message = CHARACTER_CODE.matcher(message).replaceAll("");
    message = QUOTED.matcher(message).replaceAll("`$1`");
    return Character.toLowerCase(message.charAt(0)) + message.substring(1);
  }

  private static TokenStreamLocation location(JacksonException broken) {
    TokenStreamLocation location = broken.getLocation();
    return location == null ? TokenStreamLocation.NA : location;
  }
}
