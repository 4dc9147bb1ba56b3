package org.preclaim.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.engine.rows.TableOutline;
import org.preclaim.problem.Place;
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

  /** The same with more that is wrong. */
  public VerificationReport with(List<Problem> more) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(more);
    return new VerificationReport(release, families, all);
  }

  /**
   * A family in figures.
   *
   * @param family its name
   * @param rows policies in its tables
   * @param rules rules in its rule file
   * @param scenarios how many of its scenarios ran
   * @param tables its tables as they run
   */
  public record FamilySummary(
      String family, int rows, int rules, int scenarios, List<TableSummary> tables) {

    /** Copies the list. */
    public FamilySummary {
      tables = List.copyOf(tables);
    }
  }

  /**
   * A table in figures.
   *
   * @param place where its header begins
   * @param name what follows {@code RuleTable}
   * @param rows how many policies it holds
   * @param shapes in how many ways they are filled: one rule judges all rows of a shape
   * @param key the label of the column by whose codes or kinds rows are found; empty where none is
   * @param withoutKey where the rows stand that name no code or kind, and so are looked at for
   *     every encounter
   */
  public record TableSummary(
      Place place, String name, int rows, int shapes, String key, List<Place> withoutKey) {

    static TableSummary of(TableOutline table) {
      return new TableSummary(
          table.place(),
          table.name(),
          table.rows(),
          table.shapes(),
          table.key(),
          List.copyOf(table.withoutKey()));
    }

    /** Copies the list. */
    public TableSummary {
      withoutKey = List.copyOf(withoutKey);
    }
  }
}
