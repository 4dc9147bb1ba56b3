package org.preclaim.engine;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the rule compiler says, in words for the author of a rule. The compiler speaks of the
 * classes that it wrote; an author knows only what stands in the rule.
 *
 * @param message lower case, without the compiler's own names
 * @param word what the author wrote and the compiler stumbled over; empty where it does not say
 */
record CompilerWords(String message, String word) {

  /** What is said where the text ends too early. */
  static final String UNFINISHED =
      "the text ends inside a rule: a bracket, a quote or `end` is missing";

  private static final CompilerWords NO_REASON =
      new CompilerWords("the rule cannot be compiled; look at what was changed last", "");

  /** The compiler's echo of a class that it wrote: the reason stands in another message. */
  private static final Pattern ECHO = Pattern.compile("(?i)^java source of .*", Pattern.DOTALL);

  private static final Pattern ERROR_NUMBER = Pattern.compile("\\[ERR \\d+]\\s*");
  private static final Pattern POSITION = Pattern.compile("(?i)^line \\d+:\\d+\\s*");

  /** Names of classes and files that no author wrote. */
  private static final Pattern MACHINERY =
      Pattern.compile(
          "\\b(?:org|java|javax|com|preclaim)\\.[a-z]|\\.java\\b|Lambda[A-Z]|Exception|\\(line \\d"
              + "|\\bline \\d+:\\d+|stacktrace|\\brows \\d{5,}"
              + "|\\b(?:String|Integer|Boolean|Double|Object|List|Map|BigDecimal|LocalDate)\\b");

  private record Phrase(Pattern said, String told, String word) {

    @Nullable CompilerWords of(String message) {
      Matcher matcher = said.matcher(message);
      return matcher.find()
          ? new CompilerWords(filled(told, matcher), filled(word, matcher))
          : null;
    }

    private static String filled(String template, MatchResult found) {
      String text = template;
      for (int group = 1; group <= found.groupCount(); group++) {
        text = text.replace("{" + group + "}", String.valueOf(found.group(group)));
      }
      return text;
    }
  }

  private static final List<Phrase> PHRASES =
      List.of(
          phrase("(\\S+) cannot be resolved", "`{1}` is nothing that the rule knows", "{1}"),
          phrase(
              "method (\\w+)\\(.*\\) is undefined for the type Lambda",
              "`{1}` is nothing that a rule can call",
              "{1}"),
          phrase(
              "method (\\w+)\\(.*\\) is undefined for the type (\\w+)",
              "`{1}` is no word of {2} that takes these values",
              "{1}"),
          phrase(
              "method (\\w+)\\(.*\\) in the type (\\w+) is not applicable",
              "`{2}.{1}` takes other values than these",
              "{2}.{1}"),
          phrase(
              "type mismatch: cannot convert from \\S+ to (\\w+)",
              "a value of another kind is expected than the one that stands here",
              "{1}"),
          phrase("unable to find class:? (\\w+)", "`{1}` is no fact that rules know", "{1}"),
          phrase(
              "only a type can be imported\\. (?:\\w+\\.)*(\\w+) resolves",
              "`{1}` cannot be imported: there is no such type",
              "{1}"),
          phrase(
              "the import (?:\\w+\\.)*(\\w+)",
              "`{1}` cannot be imported: there is no such type",
              "{1}"),
          phrase(
              "unable to parse consequence",
              "the action cannot be read: a bracket, a quote or a semicolon is missing, or one too"
                  + " many",
              ""),
          phrase("mismatched input ''$|input '\"", "a quote has no other half", ""),
          phrase("(?:mismatched|extraneous) input '<eof>'|at input '<eof>'", UNFINISHED, ""),
          phrase(
              "(?:mismatched input|extraneous input|no viable alternative at input) '(.+?)'(?: |$)",
              "`{1}` is not expected here",
              "{1}"));

  private static Phrase phrase(String said, String told, String word) {
    return new Phrase(Pattern.compile("(?is)" + said), told, word);
  }

  /** Whether the compiler only repeats what it wrote itself. */
  static boolean isEcho(String message) {
    return ECHO.matcher(message).matches();
  }

  /** What {@code message} means to the author. */
  static CompilerWords of(String message) {
    String bare = ERROR_NUMBER.matcher(message).replaceAll("").replaceAll("\\s+", " ").strip();
    for (Phrase phrase : PHRASES) {
      CompilerWords told = phrase.of(bare);
      if (told != null) {
        return told;
      }
    }
    String plain = POSITION.matcher(bare).replaceFirst("");
    return plain.isEmpty() || isEcho(plain) || MACHINERY.matcher(plain).find()
        ? NO_REASON
        : new CompilerWords(Character.toLowerCase(plain.charAt(0)) + plain.substring(1), "");
  }
}
