package org.preclaim.engine.fence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preclaim.engine.fence.RuleSource.Origin;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/** The text of a source in which words can be found again: for telling an author where. */
final class SourceText {

  private static final Pattern NOT_CODE =
      Pattern.compile("//[^\\n]*|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\\\n])*\"", Pattern.DOTALL);

  private final RuleSource source;
  private final String code;

  SourceText(RuleSource source) {
    this.source = source;
    this.code = withoutCommentsAndTexts(source.drl());
  }

  /** The same text with blanks for comments and quoted texts, so that offsets stay. */
  static String withoutCommentsAndTexts(String text) {
    return NOT_CODE.matcher(text).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
  }

  RuleSource source() {
    return source;
  }

  /** The code, blanks where comments and quoted texts stood. */
  String code() {
    return code;
  }

  /** Where the code first says {@code word} between two offsets, or -1. */
  int find(String word, int from, int to) {
    Matcher matcher = Pattern.compile("(?<!\\w)" + Pattern.quote(word) + "(?!\\w)").matcher(code);
    matcher.region(Math.max(0, from), Math.min(code.length(), Math.max(from, to)));
    matcher.useTransparentBounds(true);
    return matcher.find() ? matcher.start() : -1;
  }

  /**
   * A problem at an offset; of a workbook the rule is named, since its text is not the author's.
   */
  Problem problem(int offset, String code, String message, String help, String rule) {
    boolean named = source.origin() == Origin.WORKBOOK && !rule.isEmpty();
    String words = named ? "row `" + rule + "`: " + message : message;
    return new Problem(place(offset), code, words, help.isEmpty() ? null : help);
  }

  private Place place(int offset) {
    String before = source.drl().substring(0, Math.max(0, Math.min(offset, code.length())));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return source.place(line, before.length() - before.lastIndexOf('\n'));
  }
}
