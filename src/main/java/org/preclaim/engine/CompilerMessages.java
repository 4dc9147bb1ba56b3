package org.preclaim.engine;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/**
 * Turns what the rule compiler says into problems. What it says after parsing is put into words for
 * the author by {@link RefusedRules}, once the fence has looked at it.
 */
final class CompilerMessages {

  private static final Pattern POSITION = Pattern.compile("Line (\\d+):(\\d+)\\s*");

  private CompilerMessages() {}

  /** A syntax error of a DRL file. */
  static Problem syntax(String file, String message, int[] lines) {
    Matcher position = POSITION.matcher(message);
    String words = CompilerWords.of(message).message();
    if (position.find()) {
      int line = Integer.parseInt(position.group(1));
      int column = Integer.parseInt(position.group(2)) + 1;
      return new Problem(new Place.TextPosition(file, line, column), "RULE-SYNTAX", words);
    }
    int line = lines.length > 0 ? Math.max(1, lines[0]) : 1;
    return new Problem(new Place.TextPosition(file, line, 1), "RULE-SYNTAX", words);
  }

  /** An error found after parsing: an unknown field, a wrong type, a bad call. */
  static Problem compile(String file, String message, long line, long column) {
    return new Problem(
        new Place.TextPosition(file, (int) Math.max(1, line), (int) Math.max(1, column)),
        "RULE-COMPILE",
        message);
  }

  private static String lowerCase(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  /** The compiler itself failed; its own words are the best there is. */
  static Problem gaveUp(String file, RuntimeException failure) {
    String reason =
        Objects.requireNonNullElse(failure.getMessage(), "").lines().findFirst().orElse("");
    return new Problem(
        new Place.TextPosition(file, 1, 1),
        "RULE-COMPILE",
        "the compiler gives up: " + lowerCase(reason));
  }
}
