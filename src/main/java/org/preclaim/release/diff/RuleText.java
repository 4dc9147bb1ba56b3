package org.preclaim.release.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a DRL file into its rules, as text: nothing is parsed or compiled, so that a draft which
 * does not compile can be compared too. Comments and blank lines before a rule are part of it.
 */
final class RuleText {

  /** The name of what belongs to no rule: package, imports and so on. */
  static final String OUTSIDE = "";

  private static final Pattern RULE =
      Pattern.compile("^\\s*rule\\s+(?:\"([^\"]+)\"|'([^']+)'|([^\\s\"']+)).*");
  private static final Pattern END = Pattern.compile("^(?:.*[\\s;}])?end\\s*;?\\s*$");
  private static final Pattern LINE_COMMENT = Pattern.compile("//.*$");
  private static final Pattern COMMENT_OR_BLANK = Pattern.compile("^\\s*(?://.*)?$");

  private final Map<String, List<Line>> parts = new LinkedHashMap<>();
  private final List<Line> waiting = new ArrayList<>();
  private @Nullable List<Line> rule;
  private boolean inComment;

  /**
   * A line of the file.
   *
   * @param number from 1
   */
  record Line(int number, String text) {}

  private RuleText() {
    parts.put(OUTSIDE, new ArrayList<>());
  }

  /** The lines of each rule by its name; those of no rule come first. */
  static Map<String, List<Line>> of(String text) {
    RuleText cut = new RuleText();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      cut.add(new Line(number, line));
    }
    cut.outside().addAll(cut.waiting);
    return cut.parts;
  }

  private List<Line> outside() {
    return parts.computeIfAbsent(OUTSIDE, name -> new ArrayList<>());
  }

  private void add(Line line) {
    boolean comment = inComment || line.text().stripLeading().startsWith("/*");
    if (comment) {
      inComment = !line.text().contains("*/");
    }
    Matcher begin = RULE.matcher(line.text());
    if (rule != null) {
      rule.add(line);
      endAt(line, comment);
    } else if (!comment && begin.matches()) {
      rule = begin(begin);
      rule.add(line);
      endAt(line, false);
    } else if (comment || COMMENT_OR_BLANK.matcher(line.text()).matches()) {
      waiting.add(line);
    } else {
      outside().addAll(waiting);
      outside().add(line);
      waiting.clear();
    }
  }

  private void endAt(Line line, boolean comment) {
    String code = LINE_COMMENT.matcher(line.text()).replaceFirst("");
    if (!comment && END.matcher(code).matches()) {
      rule = null;
    }
  }

  private List<Line> begin(Matcher header) {
    String name = header.group(1);
    name = name == null ? header.group(2) : name;
    name = name == null ? header.group(3) : name;
    String free = name;
    for (int number = 2; parts.containsKey(free); number++) {
      free = name + " (" + number + ")";
    }
    List<Line> lines = new ArrayList<>(waiting);
    waiting.clear();
    parts.put(free, lines);
    return lines;
  }
}
