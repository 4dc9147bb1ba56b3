package org.preclaim.engine;

import java.util.Comparator;
import java.util.List;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/** The order in which people come across problems: by file, sheet, row and column. */
final class ReadingOrder {

  static final Comparator<Problem> BY_PLACE =
      Comparator.comparing((Problem problem) -> at(problem.place()));

  private static final List<String> SHEETS =
      List.of("Policies", "Scenarios", "About", "Vocabulary", "Payers");
  private static final int COLUMN_BASE = 26;

  private ReadingOrder() {}

  private record At(String file, int sheet, int row, int column) implements Comparable<At> {
    private static final Comparator<At> ORDER =
        Comparator.comparing(At::file)
            .thenComparingInt(At::sheet)
            .thenComparingInt(At::row)
            .thenComparingInt(At::column);

    @Override
    public int compareTo(At other) {
      return ORDER.compare(this, other);
    }
  }

  private static At at(Place place) {
    String file = VerifiedFile.fileOf(place);
    if (place instanceof Place.Cell cell) {
      String sheet = cell.sheet();
      int known = sheet == null ? -1 : SHEETS.indexOf(sheet);
      int order = sheet != null && known < 0 ? SHEETS.size() : known;
      String address = cell.cell();
      return address == null
          ? new At(file, order, -1, -1)
          : new At(file, order, row(address), column(address));
    }
    return place instanceof Place.TextPosition position
        ? new At(file, 0, position.line(), position.column())
        : new At(file, 0, 0, 0);
  }

  private static int row(String address) {
    return Integer.parseInt(address.replaceAll("[A-Z]", ""));
  }

  private static int column(String address) {
    int column = 0;
    for (int index = 0;
        index < address.length() && Character.isLetter(address.charAt(index));
        index++) {
      column = column * COLUMN_BASE + address.charAt(index) - 'A' + 1;
    }
    return column;
  }
}
