package org.preclaim.table;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as text: what the rest of this room reads instead of POI's cells. Blank cells and rows
 * are not in it.
 *
 * @param name of the sheet
 * @param rows by number from 0
 */
record Grid(String name, SortedMap<Integer, Row> rows) {

  /**
   * A row with at least one cell that is not blank.
   *
   * @param hidden whether people see it
   * @param cells by column from 0
   */
  record Row(boolean hidden, SortedMap<Integer, Cell> cells) {}

  /**
   * A cell that is not blank.
   *
   * @param raw its text as it stands in the file
   * @param mergedFrom see {@link SheetCell#mergedFrom()}
   * @param mergedAcrossRows whether it is part of merged cells of more than one row
   */
  record Cell(String raw, int mergedFrom, boolean mergedAcrossRows) {
    /** The text as stock Drools would see it: without control characters and blanks around it. */
    String text() {
      return raw.trim();
    }

    boolean isMerged() {
      return mergedFrom != SheetCell.NOT_MERGED;
    }
  }

  /** The text of a cell; empty where it is blank. */
  String text(int row, int column) {
    Cell cell = cell(row, column);
    return cell == null ? "" : cell.text();
  }

  /** The cell, unless it is blank. */
  @Nullable Cell cell(int row, int column) {
    Row found = rows.get(row);
    return found == null ? null : found.cells().get(column);
  }

  /** The cells of a row by column; none where the row is blank. */
  SortedMap<Integer, Cell> cells(int row) {
    return Optional.ofNullable(rows.get(row)).map(Row::cells).orElseGet(TreeMap::new);
  }

  /** Whether the row holds nothing. */
  boolean isBlank(int row) {
    return !rows.containsKey(row);
  }

  /** The number of the last row that is not blank, or -1. */
  int lastRow() {
    return rows.isEmpty() ? -1 : rows.lastKey();
  }
}
