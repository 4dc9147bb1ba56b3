package org.preclaim.exercise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.preclaim.engine.rows.RowCell;
import org.preclaim.exercise.Coverage.TableCoverage;
import org.preclaim.exercise.Coverage.UnreachedCell;
import org.preclaim.exercise.Coverage.UnreachedRow;
import org.preclaim.exercise.Exercise.Reached;
import org.preclaim.problem.Place;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;

/** Counts what scenarios reach of one table. */
final class TableTally {

  private final Workbook workbook;
  private final PolicyTable table;
  private final Reached reached;
  private final Set<String> withoutOrigins;
  private final Generated generated;
  private final List<UnreachedRow> rows = new ArrayList<>();
  private final List<UnreachedCell> cells = new ArrayList<>();
  private final List<Place.Cell> unmeasured = new ArrayList<>();
  private final List<Place.Cell> leftOff = new ArrayList<>();
  private Share edges = Share.NONE;

  /**
   * @param withoutOrigins the rows of which the cells cannot be told apart
   * @param generated writes scenarios for rows that none lets fire
   */
  TableTally(
      Workbook workbook,
      PolicyTable table,
      Reached reached,
      Set<String> withoutOrigins,
      Generated generated) {
    this.generated = generated;
    this.workbook = workbook;
    this.table = table;
    this.reached = reached;
    this.withoutOrigins = withoutOrigins;
  }

  /** The filled condition cells of a table. */
  static Set<RowCell> conditions(PolicyTable table) {
    Set<RowCell> cells = new HashSet<>();
    for (PolicyRow row : table.rows()) {
      for (Column column : conditions(table, row)) {
        cells.add(new RowCell(row.id(), column.index()));
      }
    }
    return cells;
  }

  private static List<Column> conditions(PolicyTable table, PolicyRow row) {
    return table.columns().stream()
        .filter(column -> column.type() == Column.Type.CONDITION)
        .filter(column -> row.cell(column).isPresent())
        .toList();
  }

  TableCoverage coverage() {
    table.rows().forEach(this::count);
    int total = table.rows().size();
    return new TableCoverage(
        new Place.Cell(workbook.file(), table.sheet(), SheetCell.address(table.row(), 0)),
        table.name(),
        workbook.scenarios().size(),
        new Share(total - rows.size(), total),
        edges,
        rows,
        cells,
        unmeasured,
        leftOff);
  }

  private void count(PolicyRow row) {
    boolean fires = reached.rows().contains(row.id());
    Place.Cell place = place(row, row.idColumn());
    if (!fires) {
      rows.add(generated.of(workbook, table, row));
    }
    if (withoutOrigins.contains(row.id())) {
      unmeasured.add(place);
      return;
    }
    int unreached = cells.size();
    for (Column column : conditions(table, row)) {
      boolean holdsBack = reached.cells().contains(new RowCell(row.id(), column.index()));
      edges = edges.plus(new Share((fires ? 1 : 0) + (holdsBack ? 1 : 0), 2));
      if (!holdsBack) {
        cells.add(
            new UnreachedCell(
                row.id(), place(row, column.index()), column.label(), row.cell(column).orElse("")));
      }
    }
    if (cells.size() > unreached && reached.leftOff().contains(row.id())) {
      leftOff.add(place);
    }
  }

  private Place.Cell place(PolicyRow row, int column) {
    return new Place.Cell(workbook.file(), row.sheet(), SheetCell.address(row.row(), column));
  }
}
