package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.preclaim.problem.Place;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;

/** Finds the header cell that a problem of a generated rule speaks of. */
final class HeaderPlaces {

  private static final int OBJECT_TYPE_ROW = 2;
  private static final int SNIPPET_ROW = 3;
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private final Workbook workbook;
  private final Map<Long, Place.Cell> headers = new HashMap<>();

  HeaderPlaces(Workbook workbook) {
    this.workbook = workbook;
  }

  /** Takes down where the header of a shape's table begins. */
  void add(long shape, Place.Cell header) {
    headers.putIfAbsent(shape, header);
  }

  /**
   * The cell that holds the words in backticks, in the header of the shape or above all tables; the
   * header as a whole where none does, and the workbook where the shape is not known either.
   */
  Place.Cell of(long shape, String message) {
    Place.Cell header = headers.get(shape);
    for (PolicyTable table : workbook.tables()) {
      boolean meant = header == null || header.equals(place(table, 0, first(table)));
      Optional<Place.Cell> cell = meant ? in(table, message) : Optional.empty();
      if (cell.isPresent()) {
        return cell.get();
      }
    }
    return inProperties(message)
        .orElse(header == null ? new Place.Cell(workbook.file(), null, null) : header);
  }

  private Optional<Place.Cell> in(PolicyTable table, String message) {
    for (String text : quoted(message)) {
      Pattern word = word(text);
      for (Column column : table.columns()) {
        if (word.matcher(column.snippet()).find()) {
          return Optional.of(place(table, SNIPPET_ROW, column.index()));
        }
        String objectType = column.objectType();
        if (objectType != null && word.matcher(objectType).find()) {
          return Optional.of(place(table, OBJECT_TYPE_ROW, column.patternStart()));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Place.Cell> inProperties(String message) {
    List<String> quoted = quoted(message);
    if (quoted.isEmpty() || workbook.tables().isEmpty()) {
      return Optional.empty();
    }
    Pattern word = word(quoted.get(0));
    String sheet = workbook.tables().get(0).sheet();
    return workbook.properties().stream()
        .filter(cell -> cell.column() > 0 && word.matcher(cell.text()).find())
        .map(cell -> new Place.Cell(workbook.file(), sheet, cell.address()))
        .findFirst();
  }

  /** The words in backticks; of a call also its name alone. */
  private static List<String> quoted(String message) {
    List<String> words = new ArrayList<>();
    QUOTED.matcher(message).results().forEach(found -> words.add(found.group(1)));
    List<String> names =
        words.stream().map(word -> word.substring(word.lastIndexOf('.') + 1)).toList();
    words.addAll(names);
    return words.stream().filter(word -> !word.isEmpty()).distinct().toList();
  }

  private static Pattern word(String text) {
    return Pattern.compile("(?<![\\w$])" + Pattern.quote(text) + "(?!\\w)");
  }

  private static int first(PolicyTable table) {
    return table.columns().get(0).index();
  }

  private Place.Cell place(PolicyTable table, int below, int column) {
    String cell = SheetCell.address(table.row() + below, column);
    return new Place.Cell(workbook.file(), table.sheet(), cell);
  }
}
