package org.preclaim.engine.rows;

import java.util.List;
import java.util.Optional;
import org.preclaim.engine.rows.ValueType.UnfitCell;

/** What Drools makes of a cell's text before it would put it into code. */
final class CellText {

  /** More items than a list that people keep in one cell has. */
  private static final int ITEMS_MAX = 256;

  private CellText() {}

  /** The pieces that go into the code: one, or one for each part or item. */
  static List<String> pieces(Snippet snippet, String cell, boolean escapesQuotes) throws UnfitCell {
    String text = cell.trim();
    if (escapesQuotes && text.indexOf('"') > 0) {
      text = text.replace("\"", "\\\"");
    }
    return switch (snippet.use()) {
      case MARK, WHOLE -> List.of(lines(snippet.unquotes() ? withoutQuotes(text) : text));
      case LISTED -> quoted(items(text));
      case PARTS -> parts(snippet, text);
      case REPEATED -> items(text).stream().map(CellText::lines).toList();
    };
  }

  private static List<String> items(String text) throws UnfitCell {
    List<String> items = ValueType.split(text);
    if (items.size() > ITEMS_MAX) {
      throw new UnfitCell("ROWS-LIMIT", "more than " + ITEMS_MAX + " items in one cell");
    }
    return items;
  }

  private static List<String> quoted(List<String> items) {
    return items.stream().map(item -> '"' + lines(item) + '"').toList();
  }

  private static List<String> parts(Snippet snippet, String text) throws UnfitCell {
    List<String> parts = ValueType.split(text);
    if (parts.size() < snippet.parts()) {
      throw new UnfitCell(
          "ROWS-LIST", "expected " + snippet.parts() + " values with commas between them");
    }
    return parts.stream().map(CellText::lines).toList();
  }

  private static String lines(String text) {
    return text.replace("\n", "\\n");
  }

  private static String withoutQuotes(String text) {
    return delimited(text, '"', '"')
        .or(() -> delimited(text, '\u201c', '\u201d'))
        .or(() -> delimited(text, '\u201c', '\u201c'))
        .or(() -> delimited(text, '\u201d', '\u201d'))
        .orElse(text);
  }

  private static Optional<String> delimited(String text, char open, char close) {
    boolean quoted =
        text.length() > 1 && text.charAt(0) == open && text.indexOf(close, 1) == text.length() - 1;
    return quoted ? Optional.of(text.substring(1, text.length() - 1)) : Optional.empty();
  }
}
