package org.preclaim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/** Tells an author what the compiler has against rules, and where in their text that stands. */
final class RefusedRules {

  private static final Pattern NOT_CODE =
      Pattern.compile("//[^\\n]*|/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\\\n])*\"", Pattern.DOTALL);

  /** A rule up to the next one. */
  private static final Pattern RULE =
      Pattern.compile("^rule\\b.*?(?=^rule\\b|\\z)", Pattern.DOTALL | Pattern.MULTILINE);

  private final Map<String, String> drlByFile;

  /**
   * @param drlByFile the text of the rules, by the file that they stand in
   */
  RefusedRules(Map<String, String> drlByFile) {
    this.drlByFile = drlByFile;
  }

  /**
   * A problem that the parser met only at the end of the text, told at the rule where it began: the
   * first one whose brackets do not match, or else the last one.
   */
  static Problem atItsRule(Problem problem, String drl) {
    if (!problem.message().equals(CompilerWords.UNFINISHED)
        || !(problem.place() instanceof Place.TextPosition end)) {
      return problem;
    }
    Matcher rule = RULE.matcher(withoutCommentsAndTexts(drl));
    int start = -1;
    boolean open = false;
    while (!open && rule.find()) {
      start = rule.start();
      String text = rule.group();
      open = count(text, '(') != count(text, ')');
    }
    return start < 0
        ? problem
        : new Problem(
            position(end.file(), drl, start), problem.code(), problem.message(), problem.help());
  }

  private static long count(String text, char letter) {
    return text.chars().filter(each -> each == letter).count();
  }

  private static String withoutCommentsAndTexts(String drl) {
    return NOT_CODE.matcher(drl).replaceAll(found -> found.group().replaceAll("[^\\n]", " "));
  }

  private static Place.TextPosition position(String file, String drl, int offset) {
    String before = drl.substring(0, offset);
    int line = 1 + (int) before.chars().filter(letter -> letter == '\n').count();
    return new Place.TextPosition(file, line, before.length() - before.lastIndexOf('\n'));
  }

  /** The same problems in words for the author, each thing once. */
  List<Problem> told(List<Problem> raw) {
    List<Problem> reasons =
        raw.stream().filter(problem -> !CompilerWords.isEcho(problem.message())).toList();
    List<Problem> told = new ArrayList<>();
    for (Problem problem : reasons.isEmpty() ? raw.subList(0, Math.min(1, raw.size())) : reasons) {
      CompilerWords words = CompilerWords.of(problem.message());
      Place place = placed(problem.place(), words.word());
      told.add(new Problem(place, problem.code(), words.message(), problem.help()));
    }
    return told.stream().distinct().toList();
  }

  /** Where the word stands, if the compiler did not say it: only the first line is ever a guess. */
  private Place placed(Place place, String word) {
    if (word.isEmpty()
        || !(place instanceof Place.TextPosition known)
        || known.line() > 1
        || known.column() > 1) {
      return place;
    }
    Place.TextPosition found = find(known.file(), word);
    for (String file : drlByFile.keySet()) {
      found = found == null ? find(file, word) : found;
    }
    return found == null ? place : found;
  }

  private Place.@Nullable TextPosition find(String file, String word) {
    String drl = drlByFile.getOrDefault(file, "");
    String code = withoutCommentsAndTexts(drl);
    for (String each : List.of(word, word.substring(word.lastIndexOf('.') + 1))) {
      Matcher matcher =
          Pattern.compile("(?<![\\w$])" + Pattern.quote(each) + "(?!\\w)").matcher(code);
      if (matcher.find()) {
        return position(file, drl, matcher.start());
      }
    }
    return null;
  }
}
