package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells which column each constraint of a rendered pattern comes from. */
final class Origins {

  private Origins() {}

  /**
   * The columns, one for each constraint; {@link Shape#OF_HEADER} where none supplies it. Drools
   * renders columns from left to right, so what has no cell in it belongs where its text stands.
   *
   * @param snippets of the columns that the pattern was rendered from, from left to right
   */
  static List<Integer> of(PatternText pattern, List<Snippet> snippets) {
    List<Integer> origins = new ArrayList<>();
    int at = 0;
    for (List<Token> constraint : pattern.constraints()) {
      int found = at;
      while (found < snippets.size() && !supplies(snippets.get(found), constraint)) {
        found++;
      }
      boolean supplied = found < snippets.size();
      at = supplied ? found : at;
      origins.add(supplied ? snippets.get(found).column().index() : Shape.OF_HEADER);
    }
    return origins;
  }

  private static boolean supplies(Snippet snippet, List<Token> constraint) {
    int named = ShapeWriter.columnOf(constraint);
    if (named >= 0) {
      return named == snippet.column().index();
    }
    String text = text(constraint);
    return snippet.column().objectType() == null
        || PatternText.split(Token.of(snippet.outline())).stream()
            .anyMatch(written -> text(written).equals(text));
  }

  private static String text(List<Token> constraint) {
    return constraint.stream().map(Token::text).collect(Collectors.joining(" "));
  }
}
