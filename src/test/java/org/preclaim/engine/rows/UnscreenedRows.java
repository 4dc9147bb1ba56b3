package org.preclaim.engine.rows;

import org.preclaim.problem.ProblemsException;
import org.preclaim.table.Workbook;

/** Rows of which the session is asked whenever their key occurs, whatever else they say. */
public final class UnscreenedRows {

  private UnscreenedRows() {}

  /** The rows of {@code workbook}. */
  public static RowTables of(Workbook workbook) throws ProblemsException {
    return RowTables.of(workbook, false);
  }
}
