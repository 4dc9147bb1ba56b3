package org.preclaim.table;

import org.apache.poi.ss.util.CellAddress;

/**
 * A cell as stock Drools is told of it: feeding these to its sheet listener in order renders the
 * same rules as the file would. Rows and columns count from 0, as Drools counts them.
 *
 * @param row from 0
 * @param column from 0
 * @param text as the parser of drools-decisiontables would hand it on
 * @param mergedFrom first column of the merged cells that this one is part of, or {@link
 *     #NOT_MERGED}
 */
public record SheetCell(int row, int column, String text, int mergedFrom) {

  /** What Drools says of a cell that is not merged. */
  public static final int NOT_MERGED = -1;

  /** A cell that is not merged. */
  public SheetCell(int row, int column, String text) {
    this(row, column, text, NOT_MERGED);
  }

  /** For instance {@code B10}. */
  public String address() {
    return address(row, column);
  }

  /** The address of a cell, for instance {@code B10} for row 9 and column 1. */
  public static String address(int row, int column) {
    return new CellAddress(row, column).formatAsString();
  }
}
