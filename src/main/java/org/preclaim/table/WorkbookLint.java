package org.preclaim.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.problem.Problem;

/** Checks the values of workbooks that could be read: ids, dates, codes, words, texts. */
public final class WorkbookLint {

  private final Vocabulary vocabulary;

  /** A lint that knows these words. */
  public WorkbookLint(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Everything that is wrong with the values of these workbooks, in their order and then by sheet,
   * row and column. Policy ids must be unique over all of them.
   */
  public List<Problem> check(List<Workbook> workbooks) {
    return check(workbooks, List.of());
  }

  /**
   * The same beside what was {@code told} of their form: a cell that holds no text is not judged by
   * what it shows.
   */
  public List<Problem> check(List<Workbook> workbooks, List<Problem> told) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> placeById = new HashMap<>();
    for (Workbook workbook : workbooks) {
      Report report = new Report(workbook.file(), told);
      for (PolicyTable table : workbook.tables()) {
        checkIds(workbook, table, placeById, report);
        new TableLint(table, vocabulary, report).check();
      }
      workbook.scenarios().forEach(new ScenarioLint(vocabulary, report)::check);
      problems.addAll(report.problems());
    }
    return List.copyOf(problems);
  }

  private static void checkIds(
      Workbook workbook, PolicyTable table, Map<String, String> placeById, Report report) {
    for (PolicyRow policy : table.rows()) {
      TableFault fault = TableFault.MISSING_ID;
      String message = "the policy has no id; " + PolicyId.EXPECTED;
      if (!policy.id().isEmpty()) {
        fault = TableFault.BAD_ID;
        message = "`" + policy.id() + "` is not a policy id; " + PolicyId.EXPECTED;
      }
      if (PolicyId.isWellFormed(policy.id())) {
        String place = workbook.file() + "!" + policy.place();
        String first = placeById.putIfAbsent(policy.id(), place);
        if (first == null) {
          continue;
        }
        fault = TableFault.DUPLICATE_ID;
        message = "the id `" + policy.id() + "` stands at " + first + " already";
      }
      report.cell(fault, table.sheet(), policy.row(), policy.idColumn(), message, null);
    }
  }
}
