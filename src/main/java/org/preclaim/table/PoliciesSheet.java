package org.preclaim.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The sheet of policies cut into properties and tables, as Drools cuts it, except that whatever
 * Drools would pass over in silence is a problem.
 */
final class PoliciesSheet {

  static final String NAME = "Policies";
  private static final String TABLE_TAG = "ruletable";

  private final Grid grid;
  private final Report report;
  private final List<SheetCell> properties = new ArrayList<>();
  private final List<PolicyTable> tables = new ArrayList<>();

  PoliciesSheet(Grid grid, Report report) {
    this.grid = grid;
    this.report = report;
  }

  List<SheetCell> properties() {
    return properties;
  }

  List<PolicyTable> tables() {
    return tables;
  }

  /** Reads the sheet; what cannot be read is reported. */
  void read(String family) {
    if (grid.rows().isEmpty()) {
      report.sheet(TableFault.EMPTY_SHEET, grid.name(), "the sheet is empty", null);
      return;
    }
    List<Integer> starts = grid.rows().keySet().stream().filter(this::startsTable).toList();
    reportMisplacedStarts();
    int firstStart = starts.isEmpty() ? grid.lastRow() + 1 : starts.get(0);
    grid.rows().headMap(firstStart).keySet().forEach(this::readProperty);
    if (starts.isEmpty()) {
      report.sheet(
          TableFault.NO_TABLE,
          grid.name(),
          "no cell of column A holds `RuleTable` and a name; expected at least one policy table",
          null);
    }
    for (int index = 0; index < starts.size(); index++) {
      int end = index + 1 < starts.size() ? starts.get(index + 1) : grid.lastRow() + 1;
      PolicyTable table = new TableLayout(grid, report, starts.get(index), end).read();
      if (table != null) {
        tables.add(table);
      }
    }
    checkPackage(family);
  }

  private boolean startsTable(int row) {
    return isTableTag(grid.text(row, 0));
  }

  private static boolean isTableTag(String text) {
    return text.toLowerCase(Locale.ROOT).startsWith(TABLE_TAG);
  }

  /** What follows {@code RuleTable} in the first cell of a table. */
  static String tableName(String text) {
    return text.substring(TABLE_TAG.length()).strip();
  }

  private void reportMisplacedStarts() {
    grid.rows()
        .forEach(
            (row, found) ->
                found
                    .cells()
                    .forEach(
                        (column, cell) -> {
                          if (column > 0 && isTableTag(cell.text())) {
                            stray(
                                row,
                                column,
                                "stands outside column A, where Drools would begin a table");
                          }
                        }));
  }

  private void readProperty(int row) {
    grid.cells(row)
        .forEach(
            (column, cell) -> {
              if (grid.cell(row, 0) == null) {
                stray(
                    row,
                    column,
                    "stands above the first policy table, in a row without a property");
              }
              properties.add(new SheetCell(row, column, cell.raw(), cell.mergedFrom()));
            });
  }

  private void stray(int row, int column, String what) {
    report.cell(
        TableFault.STRAY_CELL,
        grid.name(),
        row,
        column,
        "`" + grid.text(row, column) + "` " + what,
        null);
  }

  private void checkPackage(String family) {
    String expected = Workbook.packageOf(family);
    List<SheetCell> named =
        properties.stream()
            .filter(cell -> cell.column() == 0 && cell.text().strip().equalsIgnoreCase("RuleSet"))
            .toList();
    if (named.size() != 1) {
      report.sheet(
          TableFault.PACKAGE,
          grid.name(),
          "the sheet has "
              + named.size()
              + " rows `RuleSet`; expected one that names `"
              + expected
              + "`",
          null);
      return;
    }
    int row = named.get(0).row();
    String found = grid.text(row, 1);
    if (!found.equals(expected)) {
      report.cell(
          TableFault.PACKAGE,
          grid.name(),
          row,
          1,
          "`"
              + found
              + "` is not the package of family `"
              + family
              + "`; expected `"
              + expected
              + "`",
          null);
    }
  }
}
