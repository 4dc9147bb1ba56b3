package org.preclaim.engine.fence;

import java.util.regex.Pattern;

/**
 * Whether a regular expression of a rule is sure to be answered soon. Backtracking takes time that
 * no budget can see, so only what goes few ways is allowed.
 */
final class PlainExpression {

  /** What {@link #isPlain} asks for, for whoever wrote another one. */
  static final String EXPECTED =
      "expected no repeated group, no back reference, no `(?` and at most two of `*`, `+`, `?` and"
          + " `{1,2}`; one, and eight `|`, where a group has alternatives";

  private static final int OPEN_MAX = 2;
  private static final int ALTERNATIVES_MAX = 8;

  private static final Pattern REFUSED = Pattern.compile("\\)[*+?{]|\\\\[1-9kQ]|\\(\\?");
  private static final Pattern ESCAPED = Pattern.compile("\\\\.");
  private static final Pattern CLASS = Pattern.compile("\\[[^\\]]*\\]");
  private static final Pattern OPEN = Pattern.compile("[*+?]|\\{\\d*,\\d*\\}");

  private PlainExpression() {}

  /**
   * Whether it is plain, as the text of a literal: a back slash may stand for itself or be doubled.
   */
  static boolean isPlain(String literal) {
    return goesFewWays(literal) && goesFewWays(literal.replace("\\\\", "\\"));
  }

  private static boolean goesFewWays(String regex) {
    String bare = CLASS.matcher(ESCAPED.matcher(regex).replaceAll("x")).replaceAll("x");
    long open = OPEN.matcher(bare).results().count();
    long alternatives = alternativesInGroups(bare);
    return !REFUSED.matcher(regex).find()
        && !REFUSED.matcher(bare).find()
        && (alternatives == 0 ? open <= OPEN_MAX : open <= 1 && alternatives <= ALTERNATIVES_MAX);
  }

  /** Alternatives of groups are tried in all combinations; those of the whole one by one. */
  private static long alternativesInGroups(String bare) {
    int depth = 0;
    long alternatives = 0;
    for (int i = 0; i < bare.length(); i++) {
      char each = bare.charAt(i);
      depth += each == '(' ? 1 : each == ')' ? -1 : 0;
      alternatives += each == '|' && depth > 0 ? 1 : 0;
    }
    return alternatives;
  }
}
