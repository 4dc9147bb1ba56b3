package org.preclaim.engine.rows;

import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Stand-ins for cells in the one row of each shape that Drools renders. They are put into headers
 * only, so that a cell that looks like one is still only a text.
 */
final class Placeholders {

  /** From the private use area: no header has a reason to hold it. */
  static final char MARK = '\uE000';

  /** Asks, in front of a stand-in in brackets, whether the row has that item. */
  static final char BLANK = '\uE001';

  /** A stand-in as a pattern of the tokenizer. */
  static final String PATTERN = MARK + "[0-9.]+" + MARK;

  /** The part number of a cell that is used whole. */
  static final int WHOLE = -1;

  private static final Pattern HOLE = Pattern.compile(MARK + "(\\d+)(?:\\.(\\d+))?" + MARK);

  private Placeholders() {}

  /** The stand-in for a whole cell. */
  static String of(int column) {
    return "" + MARK + column + MARK;
  }

  /** The stand-in for a cell that is a list of {@code count} items. */
  static String ofParts(int column, int count) {
    return IntStream.range(0, count)
        .mapToObj(part -> "" + MARK + column + "." + part + MARK)
        .collect(Collectors.joining(", "));
  }

  /** Whether {@code text} holds a stand-in, or a character kept for them. */
  static boolean isIn(String text) {
    return text.indexOf(MARK) >= 0 || text.indexOf(BLANK) >= 0;
  }

  /** The column that the first stand-in of {@code text} stands for. */
  static int columnIn(String text) {
    Matcher hole = HOLE.matcher(text);
    if (!hole.find()) {
      throw new IllegalArgumentException("no placeholder");
    }
    return Integer.parseInt(hole.group(1));
  }

  /** The part that the first stand-in of {@code text} stands for, or {@link #WHOLE}. */
  static int partIn(String text) {
    Matcher hole = HOLE.matcher(text);
    return hole.find() && hole.group(2) != null ? Integer.parseInt(hole.group(2)) : WHOLE;
  }

  /** The text with each stand-in replaced by what {@code value} answers for column and part. */
  static String fill(String text, BiFunction<Integer, Integer, String> value) {
    return HOLE.matcher(text)
        .replaceAll(
            hole -> {
              String part = hole.group(2);
              return Matcher.quoteReplacement(
                  value.apply(
                      Integer.valueOf(hole.group(1)),
                      part == null ? WHOLE : Integer.parseInt(part)));
            });
  }
}
