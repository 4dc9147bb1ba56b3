package org.preclaim.engine.rows;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.table.Column;

/**
 * The code above a column, and how a cell goes into it.
 *
 * @param column the column
 * @param use how a cell is used
 * @param text the code, with what Drools adds to a bare property
 * @param unquotes whether Drools takes the quotes off a quoted cell
 */
record Snippet(Column column, Use use, String text, boolean unquotes) {

  /** How a cell goes into the code. */
  enum Use {
    /** Not at all: a filled cell only says that the code holds. */
    MARK,
    /** Whole: {@code $param}. */
    WHOLE,
    /** In parts: {@code $1}, {@code $2}. */
    PARTS,
    /** Once for each item: {@code forall}. */
    REPEATED,
    /** As a list of texts that a property must or must not be among. */
    LISTED
  }

  private static final Pattern FOR_ALL = Pattern.compile("forall\\(([^{}]*)\\)\\{([^{}]+)}");
  private static final Pattern PART = Pattern.compile("\\$(\\d+)");

  /** {@code forall(||){code == "$"}}: what a list says shorter, whatever its length. */
  private static final Pattern LIST =
      Pattern.compile(
          "(?<=^|,)\\s*forall\\(\\s*(?:(?<any>\\|\\|)|&&)\\s*\\)\\{"
              + "\\s*(?<property>[a-z]\\w*)\\s*(?:(?<same>==)|!=)\\s*\"\\$\"\\s*}\\s*(?=,|$)");

  private static final List<String> OPERATORS =
      List.of(
          "==",
          "=",
          "!=",
          "<",
          ">",
          "<=",
          ">=",
          "contains",
          "matches",
          "memberOf",
          "str[startsWith]",
          "str[endsWith]",
          "str[length]");

  /** How the cells of {@code column} are used. */
  static Snippet of(Column column) {
    String source = column.snippet().strip();
    boolean constraint = column.type() == Column.Type.CONDITION && column.objectType() != null;
    if (FOR_ALL.matcher(source).find()) {
      String list = constraint ? asList(source) : null;
      return list == null
          ? new Snippet(column, Use.REPEATED, source, false)
          : new Snippet(column, Use.LISTED, list, false);
    } else if (source.contains("$1")) {
      return new Snippet(column, Use.PARTS, source, false);
    } else if (source.contains("$param")) {
      return new Snippet(column, Use.WHOLE, source, false);
    }
    return constraint ? completed(column, source) : new Snippet(column, Use.MARK, source, false);
  }

  /** The code with {@code in ($param)} for its one loop; {@code null} where it loops otherwise. */
  private static @Nullable String asList(String source) {
    Matcher list = LIST.matcher(source);
    if (!list.find() || (list.group("any") == null) != (list.group("same") == null)) {
      return null;
    }
    String before = source.substring(0, list.start());
    String after = source.substring(list.end());
    String operator = list.group("same") == null ? " not in ($param)" : " in ($param)";
    boolean loopsAgain = FOR_ALL.matcher(before + after).find();
    return loopsAgain || (before + after).contains("$param")
        ? null
        : before + list.group("property") + operator + after;
  }

  /** Drools completes {@code age} and {@code age >=} with the cell as a quoted text. */
  private static Snippet completed(Column column, String source) {
    if (source.endsWith("?")) {
      return new Snippet(column, Use.MARK, source, true);
    }
    String operator = OPERATORS.stream().anyMatch(source::endsWith) ? "" : " ==";
    return new Snippet(column, Use.WHOLE, source + operator + " \"$param\"", true);
  }

  /** How many parts a cell must have. */
  int parts() {
    return PART.matcher(text)
        .results()
        .mapToInt(part -> Integer.parseInt(part.group(1)))
        .max()
        .orElse(0);
  }

  /** What Drools is given instead of the header's own code. */
  String rendered() {
    return switch (use) {
      case MARK, WHOLE, PARTS -> column.snippet();
      case LISTED -> text;
      case REPEATED -> mayStandEmpty() ? repeatedWherePresent() : text;
    };
  }

  /** The code with each repetition bound to an item that the row has. */
  private String repeatedWherePresent() {
    return FOR_ALL
        .matcher(text)
        .replaceAll(
            loop -> {
              String absent = Placeholders.BLANK + "($)";
              String once =
                  loop.group(1).strip().equals("||")
                      ? "(!" + absent + " && (" + loop.group(2) + "))"
                      : "(" + absent + " || (" + loop.group(2) + "))";
              return Matcher.quoteReplacement("forall(" + loop.group(1) + "){" + once + "}");
            });
  }

  /** The code with a stand-in where a whole cell goes; for looking at, not for running. */
  String outline() {
    String whole = text.replace("$param", Placeholders.of(column.index()));
    return switch (use) {
      case MARK, WHOLE, LISTED -> whole;
      case PARTS -> PART.matcher(text).replaceAll(Placeholders.of(column.index()));
      case REPEATED ->
          FOR_ALL
              .matcher(text)
              .replaceAll(
                  found ->
                      Matcher.quoteReplacement(
                          "("
                              + found.group(2).replace("$", Placeholders.of(column.index()))
                              + ")"));
    };
  }

  /** Whether repetitions for items that a row does not have can be left standing. */
  boolean mayStandEmpty() {
    Matcher repeated = FOR_ALL.matcher(text);
    return column.type() == Column.Type.CONDITION
        && repeated.find()
        && List.of("||", "&&", ",").contains(repeated.group(1).strip());
  }
}
