package org.preclaim.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.problem.Problem;

/**
 * What became of verifying a policy folder.
 *
 * @param release the release it would be; absent where it cannot be one
 * @param families what was found, by family; empty where the folder could not be compiled
 * @param problems everything that is wrong; none means that the folder can be put in force
 */
public record VerificationReport(
    @Nullable ReleaseRef release, List<FamilySummary> families, List<Problem> problems) {

  /** Copies the lists. */
  public VerificationReport {
    families = List.copyOf(families);
    problems = List.copyOf(problems);
  }

  /**
   * A family in figures.
   *
   * @param family its name
   * @param rows policies in its tables
   * @param rules rules in its rule file
   * @param scenarios how many of its scenarios ran
   * @param keyColumns the labels of the columns by which its rows are found
   * @param unkeyedRows ids of rows without a key, which concern every encounter
   */
  public record FamilySummary(
      String family,
      int rows,
      int rules,
      int scenarios,
      List<String> keyColumns,
      List<String> unkeyedRows) {

    /** Copies the lists. */
    public FamilySummary {
      keyColumns = List.copyOf(keyColumns);
      unkeyedRows = List.copyOf(unkeyedRows);
    }
  }
}
