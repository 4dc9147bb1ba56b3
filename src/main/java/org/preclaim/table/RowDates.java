package org.preclaim.table;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table that say when its rows hold.
 *
 * @param from the column of first days; absent where the table has none
 * @param until the column of first days after; absent where the table has none
 */
record RowDates(@Nullable Column from, @Nullable Column until) {

  /** Those of {@code table}. */
  static RowDates of(PolicyTable table) {
    Column from = null;
    Column until = null;
    for (Column column : table.columns()) {
      CellMeaning meaning = CellMeaning.of(column);
      if (meaning instanceof CellMeaning.From) {
        from = column;
      } else if (meaning instanceof CellMeaning.Until) {
        until = column;
      }
    }
    return new RowDates(from, until);
  }

  /** When {@code row} holds, or nothing where a date of it cannot be read. */
  Optional<EffectiveDates> of(PolicyRow row) {
    try {
      return Optional.of(new EffectiveDates(date(from, row), date(until, row)));
    } catch (DateTimeParseException malformed) {
      // Told with its cell by the lint of values.
      return Optional.empty();
    }
  }

  private static @Nullable LocalDate date(@Nullable Column column, PolicyRow row) {
    String text = column == null ? "" : row.cell(column).orElse("");
    return text.isEmpty() ? null : LocalDate.parse(text);
  }
}
