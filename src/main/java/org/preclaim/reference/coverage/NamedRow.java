package org.preclaim.reference.coverage;

import java.util.Map;
import java.util.Objects;
import org.preclaim.problem.Place;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.ReferenceProblemCode;
import org.preclaim.reference.source.SourceRow;

/**
 * A row of an export, whose fields are found by the names of their columns.
 *
 * @param columns where each column stands
 */
record NamedRow(SourceRow row, Map<String, Integer> columns, ImportLog log) {

  /** No number, which was reported. */
  static final int NO_NUMBER = -1;

  private static final int DIGITS_MAX = 9;

  boolean has(String column) {
    return columns.containsKey(column);
  }

  String text(String column) {
    return row.field(Objects.requireNonNull(columns.get(column), column));
  }

  Place place(String column) {
    return row.place(Objects.requireNonNull(columns.get(column), column));
  }

  /** A whole number, not negative; otherwise {@link #NO_NUMBER}. */
  int number(String column) {
    String text = text(column);
    boolean digits = text.chars().allMatch(each -> each >= '0' && each <= '9');
    if (digits && !text.isEmpty() && text.length() <= DIGITS_MAX) {
      return Integer.parseInt(text);
    }
    problem(
        column,
        ReferenceProblemCode.NUMBER,
        "`" + text + "` is no " + column + ", expected a whole number");
    return NO_NUMBER;
  }

  void problem(String column, ReferenceProblemCode code, String message) {
    log.problem(place(column), code, message);
  }
}
