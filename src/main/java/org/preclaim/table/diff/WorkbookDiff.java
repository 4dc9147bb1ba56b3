package org.preclaim.table.diff;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.table.WorkbookContent;

/**
 * What differs between two workbooks. Rows that only moved do not; blanks do.
 *
 * @param changes in the order in which they stand, by kind
 * @param problemsBefore what keeps cells of the old one from being compared, where the new one has
 *     no such problem
 * @param problemsAfter the same of the new one
 */
public record WorkbookDiff(
    List<EntryChange> changes, List<Problem> problemsBefore, List<Problem> problemsAfter) {

  /** Copies the lists. */
  public WorkbookDiff {
    changes = List.copyOf(changes);
    problemsBefore = List.copyOf(problemsBefore);
    problemsAfter = List.copyOf(problemsAfter);
  }

  /** What differs between {@code before} and {@code after}. */
  public static WorkbookDiff between(WorkbookContent before, WorkbookContent after) {
    return new WorkbookDiff(
        new Comparison(before, after).changes(),
        without(before.problems(), after.problems()),
        without(after.problems(), before.problems()));
  }

  /**
   * The row of a problem may have moved, so that its place says nothing. One of a whole sheet or
   * file is always told, since nothing below it could be compared.
   */
  private static List<Problem> without(List<Problem> problems, List<Problem> others) {
    Set<String> known = new HashSet<>();
    others.forEach(problem -> known.add(problem.code() + " " + problem.message()));
    return problems.stream()
        .filter(
            problem ->
                isOfAWhole(problem) || !known.contains(problem.code() + " " + problem.message()))
        .toList();
  }

  private static boolean isOfAWhole(Problem problem) {
    return !(problem.place() instanceof Place.Cell place) || place.cell() == null;
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return changes.isEmpty() && problemsBefore.isEmpty() && problemsAfter.isEmpty();
  }
}
