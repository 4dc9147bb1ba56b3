package org.preclaim.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Problem;

/**
 * What became of the bytes of a workbook. A workbook with problems must not be released; its model
 * is there so that lint can report the rest at the same time.
 *
 * @param workbook absent where the bytes are no workbook, or one without policies
 * @param problems all that were found, by sheet, row and column
 */
public record WorkbookReading(@Nullable Workbook workbook, List<Problem> problems) {

  /** Copies the list. */
  public WorkbookReading {
    problems = List.copyOf(problems);
  }
}
