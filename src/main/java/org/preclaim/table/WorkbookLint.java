package org.preclaim.table;

import java.util.List;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.problem.Problem;

/** Checks the values of workbooks that could be read: ids, dates, codes, words, texts. */
public final class WorkbookLint {

  /** A lint that knows these words. */
  public WorkbookLint(Vocabulary vocabulary) {}

  /** Everything that is wrong with the values of these workbooks, by file, sheet, row, column. */
  public List<Problem> check(List<Workbook> workbooks) {
    return List.of();
  }
}
