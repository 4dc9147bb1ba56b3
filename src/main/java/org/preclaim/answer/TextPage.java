package org.preclaim.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of plain text under construction: rows of a label and a text that is wrapped in its own
 * column. Control characters are shown as {@code ?}, so that no input moves a terminal's cursor.
 */
final class TextPage {

  static final int WIDTH = 100;

  private final StringBuilder page = new StringBuilder();
  private final DecisionText.Colour colour;

  TextPage(DecisionText.Colour colour) {
    this.colour = colour;
  }

  /** An empty line. */
  TextPage gap() {
    page.append('\n');
    return this;
  }

  /** A line of its own, never wrapped. */
  TextPage line(Tone tone, String text) {
    page.append(tone.paint(colour, printable(text))).append('\n');
    return this;
  }

  /**
   * A row.
   *
   * @param indent columns before the label
   * @param label what stands in front of the text's first line
   * @param labelWidth columns from the label's start to the text's start
   * @param tone of the label
   */
  TextPage row(int indent, Tone tone, String label, int labelWidth, String text) {
    String margin = " ".repeat(indent);
    String name = printable(label);
    String padding = " ".repeat(Math.max(1, labelWidth - name.length()));
    List<String> lines = wrap(printable(text), WIDTH - indent - labelWidth);
    page.append(margin).append(tone.paint(colour, name));
    page.append(padding).append(lines.get(0)).append('\n');
    for (String line : lines.subList(1, lines.size())) {
      page.append(margin).append(" ".repeat(labelWidth)).append(line).append('\n');
    }
    return this;
  }

  /** Breaks at blanks; a word longer than the column stands alone and sticks out. */
  private static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split(" +", -1)) {
      if (line.length() > 0 && columns(line) + 1 + columns(word) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() > 0 ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static int columns(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  private static String printable(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> shown.appendCodePoint(Character.isISOControl(c) ? (c == '\n' ? ' ' : '?') : c));
    return shown.toString();
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
