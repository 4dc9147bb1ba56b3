package org.preclaim.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One policy table between its {@code RuleTable} cell and the next one or the sheet's end. */
final class TableLayout {

  private final Grid grid;
  private final Report report;
  private final int start;
  private final int end;
  private final CellText cellText;

  /**
   * @param start row of the {@code RuleTable} cell
   * @param end first row that is not the table's
   */
  TableLayout(Grid grid, Report report, int start, int end) {
    this.grid = grid;
    this.report = report;
    this.start = start;
    this.end = end;
    this.cellText = new CellText(report);
  }

  /** The table, or nothing where its header cannot be used. */
  @Nullable PolicyTable read() {
    TableHeader header = new TableHeader(grid, report, start, end);
    List<Column> columns = header.columns();
    if (columns == null) {
      return null;
    }
    List<PolicyRow> rows = rows(columns);
    String name = PoliciesSheet.tableName(grid.text(start, 0));
    if (rows.isEmpty()) {
      report.cell(
          TableFault.NO_POLICIES,
          grid.name(),
          start,
          0,
          "the policy table `" + name + "` has no policies; Drools would make an empty rule of it",
          "add a policy below its labels, or remove the table");
    }
    return new PolicyTable(grid.name(), name, start, header.cells(), columns, rows);
  }

  private List<PolicyRow> rows(List<Column> columns) {
    Map<Integer, Column> byIndex = new TreeMap<>();
    columns.forEach(column -> byIndex.put(column.index(), column));
    int idColumn =
        columns.stream()
            .filter(column -> column.type() == Column.Type.NAME)
            .mapToInt(Column::index)
            .findFirst()
            .orElse(0);
    List<PolicyRow> rows = new ArrayList<>();
    int expected = start + PolicyTable.HEADER_ROWS;
    for (int row : grid.rows().subMap(expected, end).keySet()) {
      if (row > expected && !continues(row, expected, idColumn)) {
        continue;
      }
      rows.add(row(row, idColumn, byIndex));
      expected = row + 1;
    }
    return rows;
  }

  /** Whether a row below a gap is meant as a policy; either way it is reported. */
  private boolean continues(int row, int gap, int idColumn) {
    if (!grid.text(row, idColumn).isEmpty()) {
      report.cell(
          TableFault.BLANK_ROW,
          grid.name(),
          gap,
          idColumn,
          "the row is blank; Drools would drop row " + (row + 1) + " and all below it",
          "delete the blank row");
      return true;
    }
    int column = grid.cells(row).firstKey();
    report.cell(
        TableFault.STRAY_CELL,
        grid.name(),
        row,
        column,
        "`" + grid.text(row, column) + "` stands below the policy table, where nothing reads it",
        "delete it, or move it to the sheet `About`");
    return false;
  }

  private PolicyRow row(int row, int idColumn, Map<Integer, Column> columns) {
    SortedMap<Integer, String> cells = new TreeMap<>();
    SortedMap<String, String> metadata = new TreeMap<>();
    Grid.Row found = grid.rows().get(row);
    if (found != null && found.hidden()) {
      report.cell(
          TableFault.HIDDEN_ROW,
          grid.name(),
          row,
          idColumn,
          "the policy `" + grid.text(row, idColumn) + "` is hidden; expected every policy to show",
          "clear the filter and unhide the row");
    }
    grid.cells(row)
        .forEach(
            (index, cell) -> {
              Column column = columns.get(index);
              if (column == null) {
                noHeading(row, index, cell);
                return;
              }
              checkCell(row, column, cell);
              cells.put(index, cell.text());
              column
                  .metadataName()
                  .ifPresent(name -> metadata.put(name, column.metadataValue(cell.text())));
            });
    return new PolicyRow(grid.text(row, idColumn), grid.name(), row, idColumn, cells, metadata);
  }

  /** Where a column's type is one that nobody knows, that was said above it already. */
  private void noHeading(int row, int index, Grid.Cell cell) {
    if (grid.cell(start + TableHeader.TYPES, index) != null) {
      return;
    }
    report.cell(
        TableFault.NO_HEADING,
        grid.name(),
        row,
        index,
        "`" + cell.text() + "` stands in a column without heading",
        null);
  }

  private void checkCell(int row, Column column, Grid.Cell cell) {
    cellText.checkPolicy(grid.name(), row, column, cell.text());
    if (cell.isMerged()) {
      report.cell(
          TableFault.MERGED_CELLS,
          grid.name(),
          row,
          column.index(),
          "`" + cell.text() + "` stands in merged cells; Drools would read it in each of them",
          "split the cells and fill each one");
    }
  }
}
