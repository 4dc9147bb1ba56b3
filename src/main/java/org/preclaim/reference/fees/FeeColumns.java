package org.preclaim.reference.fees;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.ReferenceProblemCode;
import org.preclaim.reference.source.SourceRow;

/**
 * Where the columns of a relative value file stand. Names are stacked over several rows, of which
 * the last begins with {@code HCPCS}; years add columns, so that no column is found by its number.
 */
final class FeeColumns {

  /** How many rows may stand above the data. */
  static final int HEADER_ROWS_MAX = 40;

  private static final String LAST_HEADER_ROW = "HCPCS";

  private final Map<FeeField, Integer> places;
  private final int width;

  private FeeColumns(Map<FeeField, Integer> places, int width) {
    this.places = places;
    this.width = width;
  }

  /** Whether a row ends the header. */
  static boolean endHeader(SourceRow row) {
    return row.field(0).equals(LAST_HEADER_ROW);
  }

  /** The columns under {@code header}; {@code null} where one is not there, which is reported. */
  static @Nullable FeeColumns under(List<SourceRow> header, ImportLog log) {
    SourceRow last = header.get(header.size() - 1);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < last.size(); i++) {
      names.add(i == 0 ? LAST_HEADER_ROW : stacked(header, i));
    }
    Map<FeeField, Integer> places = new EnumMap<>(FeeField.class);
    for (FeeField field : FeeField.values()) {
      String name = plain(field.heading());
      int at = names.indexOf(name);
      if (at < 0 || at != names.lastIndexOf(name)) {
        String message = at < 0 ? "there is no column `%s`" : "there are two columns `%s`";
        log.problem(
            last.place(0),
            ReferenceProblemCode.HEADER,
            String.format(Locale.ROOT, message, field.heading())
                + ", expected one in this row and those above");
      } else {
        places.put(field, at);
      }
    }
    return places.size() < FeeField.values().length ? null : new FeeColumns(places, last.size());
  }

  private static String stacked(List<SourceRow> header, int index) {
    StringBuilder name = new StringBuilder();
    header.forEach(row -> name.append(plain(row.field(index))));
    return name.toString();
  }

  /** The name without what differs from year to year: blanks, hyphens, case. */
  private static String plain(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
  }

  int of(FeeField field) {
    return Objects.requireNonNull(places.get(field));
  }

  /** How many fields each row has. */
  int width() {
    return width;
  }
}
