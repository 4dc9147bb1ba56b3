package org.preclaim.exercise;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.preclaim.exercise.MutationScore.Survivor;
import org.preclaim.problem.Place;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;

/**
 * A workbook with one cell changed.
 *
 * @param workbook the workbook without the change
 * @param table where the cell stands
 * @param row the row without the change
 * @param column of the cell
 * @param change what is done to it
 */
record Mutant(Workbook workbook, PolicyTable table, PolicyRow row, Column column, Change change) {

  /** The row with the change. */
  PolicyRow changed() {
    SortedMap<Integer, String> cells = new TreeMap<>(row.cells());
    if (change.after().isEmpty()) {
      cells.remove(column.index());
    } else {
      cells.put(column.index(), change.after());
    }
    return new PolicyRow(row.id(), row.sheet(), row.row(), row.idColumn(), cells, row.metadata());
  }

  /** The workbook with the changed row and no other, and without scenarios. */
  Workbook alone() {
    PolicyTable only =
        new PolicyTable(
            table.sheet(),
            table.name(),
            table.row(),
            table.header(),
            table.columns(),
            List.of(changed()));
    return new Workbook(
        workbook.file(),
        workbook.family(),
        workbook.properties(),
        List.of(only),
        workbook.about(),
        List.of());
  }

  /** What is told of it where nothing notices. */
  Survivor survivor() {
    return new Survivor(
        row.id(),
        new Place.Cell(workbook.file(), row.sheet(), SheetCell.address(row.row(), column.index())),
        column.label(),
        change.inWords());
  }
}
