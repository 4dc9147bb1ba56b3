package org.preclaim.engine.rows;

import java.util.List;
import java.util.regex.Pattern;
import org.preclaim.engine.rows.ValueType.UnfitCell;

/**
 * The form of a cell: what rows must have in common to be judged by one rule.
 *
 * @param kinds a letter for each literal, see {@link #kind}
 * @param count how many literals the rendered cell stands for
 */
record Form(String kinds, int count) {

  /** What {@link #kind} answers for the literal {@code null}. */
  static final char NULL = 'N';

  /** Lists grow to the next of these, so that a longer list is seldom a new shape. */
  private static final List<Integer> SIZES = List.of(8, 64, 256);

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
  private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d+");

  /** The form of every cell of a column whose rule reads any value the same way. */
  static Form any(Snippet snippet) {
    return new Form("", snippet.use() == Snippet.Use.REPEATED ? SIZES.get(0) : snippet.parts());
  }

  /** Only quoted literals, as many as there are pieces. */
  static Form quoted(Snippet snippet, List<String> pieces) {
    return new Form("", count(snippet, pieces));
  }

  /**
   * The form of a cell whose literals stand outside quotes.
   *
   * @param lists whether they stand in {@code in ( )}
   */
  static Form unquoted(Snippet snippet, List<String> pieces, boolean lists) throws UnfitCell {
    StringBuilder kinds = new StringBuilder();
    for (String piece : pieces) {
      kinds.append(kind(piece, lists));
    }
    boolean repeated = snippet.use() == Snippet.Use.REPEATED;
    return new Form(repeated ? common(kinds.toString()) : kinds.toString(), count(snippet, pieces));
  }

  private static int count(Snippet snippet, List<String> pieces) {
    return switch (snippet.use()) {
      case MARK, WHOLE, LISTED -> 0;
      case PARTS -> pieces.size();
      case REPEATED ->
          snippet.mayStandEmpty()
              ? SIZES.stream().filter(size -> size >= pieces.size()).findFirst().orElseThrow()
              : pieces.size();
    };
  }

  private static String common(String kinds) throws UnfitCell {
    if (kinds.chars().distinct().count() > 1) {
      throw new UnfitCell("ROWS-LIST", "the items of the list are of different types");
    }
    return kinds.substring(0, 1);
  }

  /**
   * Q for a quoted text, I, D, B, N for a number, a fraction, true or false, null; L for a list.
   */
  private static char kind(String literal, boolean lists) throws UnfitCell {
    if (Token.isQuotedText(literal)) {
      return 'Q';
    } else if (WHOLE.matcher(literal).matches()) {
      return 'I';
    } else if (FRACTION.matcher(literal).matches()) {
      return 'D';
    } else if (literal.equals("true") || literal.equals("false")) {
      return 'B';
    } else if (literal.equals("null")) {
      return NULL;
    } else if (lists) {
      return 'L';
    }
    throw new UnfitCell(
        "ROWS-CODE",
        "expected a number, `true`, `false` or a text in quotes: it stands outside quotes, where"
            + " Drools would run it as code");
  }

  /** The kind of the literal of a part; Q where all are quoted. */
  char kind(int part) {
    if (kinds.isEmpty()) {
      return 'Q';
    }
    return kinds.charAt(part == Placeholders.WHOLE ? 0 : Math.min(part, kinds.length() - 1));
  }

  /** The cell of stand-ins that is rendered. */
  String rendered(int column) {
    return count == 0 ? Placeholders.of(column) : Placeholders.ofParts(column, count);
  }
}
