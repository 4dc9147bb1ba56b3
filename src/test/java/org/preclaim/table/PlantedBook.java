package org.preclaim.table;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.preclaim.problem.Place;

/** A shipped workbook as text, in which something is planted; the original stays as it is. */
final class PlantedBook {

  /**
   * A cell.
   *
   * @param sheet its sheet
   * @param row from 0
   * @param column from 0
   */
  record Spot(String sheet, int row, int column) {}

  private final String file;
  private final Workbook model;
  private final Map<String, Grid> sheets;
  private final Random random;

  PlantedBook(Workbook model, Map<String, Grid> sheets, Random random) {
    this.file = model.file();
    this.model = model;
    this.sheets = new LinkedHashMap<>(sheets);
    this.random = random;
  }

  Workbook model() {
    return model;
  }

  Map<String, Grid> sheets() {
    return sheets;
  }

  Random random() {
    return random;
  }

  PolicyTable table() {
    return any(model.tables());
  }

  <T> T any(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  Place.Cell place(Spot spot) {
    return new Place.Cell(file, spot.sheet(), SheetCell.address(spot.row(), spot.column()));
  }

  /** The sheet as a whole. */
  Place.Cell place(String sheet) {
    return new Place.Cell(file, sheet, null);
  }

  /** The workbook as a whole. */
  Place.Cell place() {
    return new Place.Cell(file, null, null);
  }

  /** All filled cells of policies whose column is meant so. */
  List<Spot> policies(Predicate<Column> which) {
    List<Spot> spots = new ArrayList<>();
    for (PolicyTable table : model.tables()) {
      for (PolicyRow row : table.rows()) {
        table.columns().stream()
            .filter(which)
            .filter(column -> row.cell(column).isPresent())
            .forEach(column -> spots.add(new Spot(row.sheet(), row.row(), column.index())));
      }
    }
    return spots;
  }

  /** All cells of policies in columns of this meaning, filled or not. */
  List<Spot> column(Class<? extends CellMeaning> meaning) {
    List<Spot> spots = new ArrayList<>();
    for (PolicyTable table : model.tables()) {
      for (Column column : table.columns()) {
        if (meaning.isInstance(CellMeaning.of(column))) {
          table.rows().forEach(row -> spots.add(new Spot(row.sheet(), row.row(), column.index())));
        }
      }
    }
    return spots;
  }

  /** All cells of policies that hold this metadata. */
  List<Spot> metadata(String name) {
    return policies(column -> column.metadataName().filter(name::equals).isPresent());
  }

  /** The cells of a sheet with labels in its first row, below one of them. */
  List<Spot> below(String sheet, String label) {
    List<Spot> spots = new ArrayList<>();
    Grid grid = requireNonNull(sheets.get(sheet));
    grid.cells(0)
        .forEach(
            (column, cell) -> {
              if (cell.text().equals(label)) {
                grid.rows().tailMap(1).keySet().stream()
                    .filter(row -> !grid.text(row, column).isEmpty())
                    .forEach(row -> spots.add(new Spot(sheet, row, column)));
              }
            });
    return spots;
  }

  /** All filled cells of a sheet from a row and a column on. */
  List<Spot> filled(String sheet, int fromRow, int fromColumn) {
    List<Spot> spots = new ArrayList<>();
    requireNonNull(sheets.get(sheet))
        .rows()
        .tailMap(fromRow)
        .forEach(
            (row, found) ->
                found
                    .cells()
                    .tailMap(fromColumn)
                    .keySet()
                    .forEach(column -> spots.add(new Spot(sheet, row, column))));
    return spots;
  }

  String text(Spot spot) {
    return requireNonNull(sheets.get(spot.sheet())).text(spot.row(), spot.column());
  }

  /** Fills a cell; a blank text clears it. */
  void put(Spot spot, String text) {
    SortedMap<Integer, Grid.Row> rows = rows(spot.sheet());
    Grid.Row before = rows.getOrDefault(spot.row(), new Grid.Row(false, new TreeMap<>()));
    TreeMap<Integer, Grid.Cell> cells = new TreeMap<>(before.cells());
    if (text.isEmpty()) {
      cells.remove(spot.column());
    } else {
      cells.put(spot.column(), new Grid.Cell(text, SheetCell.NOT_MERGED, false));
    }
    if (cells.isEmpty()) {
      rows.remove(spot.row());
    } else {
      rows.put(spot.row(), new Grid.Row(before.hidden(), cells));
    }
    sheets.put(spot.sheet(), new Grid(spot.sheet(), rows));
  }

  void clearRow(String sheet, int row) {
    SortedMap<Integer, Grid.Row> rows = rows(sheet);
    rows.remove(row);
    sheets.put(sheet, new Grid(sheet, rows));
  }

  void hideRow(String sheet, int row) {
    SortedMap<Integer, Grid.Row> rows = rows(sheet);
    rows.put(row, new Grid.Row(true, requireNonNull(rows.get(row)).cells()));
    sheets.put(sheet, new Grid(sheet, rows));
  }

  /** Puts a copy of a row elsewhere. */
  void copyRow(String sheet, int from, int to) {
    SortedMap<Integer, Grid.Row> rows = rows(sheet);
    rows.put(to, requireNonNull(rows.get(from)));
    sheets.put(sheet, new Grid(sheet, rows));
  }

  private SortedMap<Integer, Grid.Row> rows(String sheet) {
    return new TreeMap<>(requireNonNull(sheets.get(sheet)).rows());
  }
}
