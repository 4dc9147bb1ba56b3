package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;

/** Collects what is wrong with the tables of one workbook, each thing once. */
final class Complaints {

  private static final int SHOWN_MAX = 60;
  private static final int OBJECT_TYPE_ROW = 2;
  private static final int SNIPPET_ROW = 3;

  private final String file;
  private final Set<Problem> problems = new LinkedHashSet<>();

  Complaints(String file) {
    this.file = file;
  }

  List<Problem> problems() {
    return new ArrayList<>(problems);
  }

  /** Something is wrong with the code above a column. */
  void snippet(PolicyTable table, Column column, String code, String message, String help) {
    problems.add(new Problem(place(table, SNIPPET_ROW, column.index()), code, message, help));
  }

  /** Something is wrong with the fact type above the columns of a pattern. */
  void objectType(PolicyTable table, Column column, String code, String message, String help) {
    int row = column.objectType() == null ? SNIPPET_ROW : OBJECT_TYPE_ROW;
    problems.add(new Problem(place(table, row, column.patternStart()), code, message, help));
  }

  /** A property that rows cannot run with. */
  void property(Workbook workbook, SheetCell cell) {
    String sheet = workbook.tables().isEmpty() ? null : workbook.tables().get(0).sheet();
    problems.add(
        new Problem(
            new Place.Cell(file, sheet, cell.address()),
            "ROWS-PROPERTY",
            "`" + shortened(cell.text()) + "` is not for policy tables",
            "write `RuleSet` and `Import` only; functions, queries and types belong into rules"));
  }

  /** A header cell that holds a character kept for Drools. */
  void headerCell(PolicyTable table, SheetCell cell) {
    problems.add(
        new Problem(
            new Place.Cell(file, table.sheet(), cell.address()),
            "ROWS-HEADER",
            "the header holds more than 1000 characters, or the private character U+E000 or U+E001"));
  }

  /** A header cell whose brackets or quotes do not match. */
  void openHeaderCell(PolicyTable table, SheetCell cell) {
    problems.add(
        new Problem(
            new Place.Cell(file, table.sheet(), cell.address()),
            "ROWS-HEADER",
            "`" + shortened(cell.text()) + "` has a bracket or a quote without its other half"));
  }

  /** Something is wrong with a cell of a row. */
  void cell(PolicyRow row, Column column, String code, String reason) {
    String shown = row.cell(column).map(Complaints::shortened).orElse("");
    problems.add(new Problem(place(row, column), code, "`" + shown + "`: " + reason));
  }

  /** Something is wrong with a row. */
  void row(PolicyRow row, String code, String message) {
    String cell = SheetCell.address(row.row(), row.idColumn());
    problems.add(new Problem(new Place.Cell(file, row.sheet(), cell), code, message));
  }

  private Place.Cell place(PolicyTable table, int headerRow, int column) {
    return new Place.Cell(file, table.sheet(), SheetCell.address(table.row() + headerRow, column));
  }

  private Place.Cell place(PolicyRow row, Column column) {
    return new Place.Cell(file, row.sheet(), row.address(column));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() <= SHOWN_MAX ? line : line.substring(0, SHOWN_MAX) + "…";
  }
}
