package org.preclaim.reference.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;

/**
 * A row of an official table, whether it came as text, CSV or workbook. Fields are counted from 0.
 *
 * @param file where it stands
 * @param sheet the sheet of a workbook, otherwise {@code null}
 * @param line from 1
 * @param fields without the blanks around them
 * @param numbers for a workbook: whether the field is held as a number
 * @param columns for text: the character at which each field begins, from 1
 */
public record SourceRow(
    OfficialFile file,
    @Nullable String sheet,
    int line,
    List<String> fields,
    List<Boolean> numbers,
    List<Integer> columns) {

  private static final int LETTERS = 26;

  /** How many fields there are. */
  public int size() {
    return fields.size();
  }

  /** The field at {@code index}; empty beyond the last. */
  public String field(int index) {
    return index < fields.size() ? fields.get(index) : "";
  }

  /** Whether a workbook holds the field as a number, so that leading zeros may be lost. */
  public boolean isNumber(int index) {
    return index < numbers.size() && numbers.get(index);
  }

  /** Whether all fields are empty. */
  public boolean isBlank() {
    return fields.stream().allMatch(String::isEmpty);
  }

  /** Where the field at {@code index} stands, or would. */
  public Place place(int index) {
    if (sheet != null) {
      return new Place.Cell(file.shownAs(), sheet, letters(index) + line);
    }
    int last = columns.size() - 1;
    int column =
        index <= last
            ? columns.get(index)
            : last < 0 ? 1 : columns.get(last) + fields.get(last).length();
    return file.place(line, column);
  }

  private static String letters(int index) {
    String last = String.valueOf((char) ('A' + index % LETTERS));
    return index < LETTERS ? last : letters(index / LETTERS - 1) + last;
  }
}
