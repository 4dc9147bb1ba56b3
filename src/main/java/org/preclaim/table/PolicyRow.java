package org.preclaim.table;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A policy: one row of a policy table.
 *
 * @param id the policy id, empty where the row has none (which lint reports)
 * @param sheet the sheet it stands on
 * @param row from 0
 * @param idColumn the column of the id, from 0
 * @param cells the text of its cells by column, exactly as stock Drools would see it; a blank cell
 *     is not among them
 * @param metadata values by name, for instance {@code citation}
 */
public record PolicyRow(
    String id,
    String sheet,
    int row,
    int idColumn,
    SortedMap<Integer, String> cells,
    SortedMap<String, String> metadata) {

  /** Copies the maps. */
  public PolicyRow {
    cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
  }

  /** The text of the cell in {@code column}; empty where it is blank. */
  public Optional<String> cell(Column column) {
    return Optional.ofNullable(cells.get(column.index()));
  }

  /** The metadata with this name, for instance {@code citation}. */
  public Optional<String> metadata(String name) {
    return Optional.ofNullable(metadata.get(name));
  }

  /** The row's number as people see it, from 1. */
  public int number() {
    return row + 1;
  }

  /** The address of its cell in {@code column}, for instance {@code B10}. */
  public String address(Column column) {
    return SheetCell.address(row, column.index());
  }

  /** Where the policy is written: sheet and cell of its id, for instance {@code Policies!A9}. */
  public String place() {
    return sheet + "!" + SheetCell.address(row, idColumn);
  }
}
