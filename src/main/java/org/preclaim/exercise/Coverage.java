package org.preclaim.exercise;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.RuleSummary;
import org.preclaim.problem.Place;

/**
 * What the scenarios of a release reach. The rows of a workbook count where a scenario of the same
 * workbook reaches them; rules count for all scenarios, since a rule file has none of its own.
 *
 * @param tables from the first workbook to the last
 * @param rules the rules of rule files
 * @param broken scenarios that are decided otherwise than they promise: they reach nothing
 */
public record Coverage(List<TableCoverage> tables, RuleCoverage rules, List<Place.Cell> broken) {

  /** Copies the lists. */
  public Coverage {
    tables = List.copyOf(tables);
    broken = List.copyOf(broken);
  }

  /** The rows of all tables. */
  public Share rows() {
    return tables.stream().map(TableCoverage::rows).reduce(Share.NONE, Share::plus);
  }

  /** The edges of all tables. */
  public Share edges() {
    return tables.stream().map(TableCoverage::edges).reduce(Share.NONE, Share::plus);
  }

  /**
   * What scenarios reach of a table.
   *
   * @param place where its header begins
   * @param name what follows {@code RuleTable}
   * @param scenarios how many its workbook has
   * @param rows that a scenario lets fire
   * @param edges two for each filled condition: it holds as the row fires, and it alone keeps the
   *     row from firing
   * @param unreachedRows the rows that no scenario lets fire
   * @param unreachedCells the cells that keep their row from firing in no scenario
   * @param unmeasured rows of which it is not known which cell each condition comes from
   * @param leftOff rows with unreached cells that a scenario of very many facts may reach: not all
   *     of its combinations were looked at
   */
  public record TableCoverage(
      Place.Cell place,
      String name,
      int scenarios,
      Share rows,
      Share edges,
      List<UnreachedRow> unreachedRows,
      List<UnreachedCell> unreachedCells,
      List<Place.Cell> unmeasured,
      List<Place.Cell> leftOff) {

    /** Copies the lists. */
    public TableCoverage {
      unreachedRows = List.copyOf(unreachedRows);
      unreachedCells = List.copyOf(unreachedCells);
      unmeasured = List.copyOf(unmeasured);
      leftOff = List.copyOf(leftOff);
    }
  }

  /**
   * A row that no scenario lets fire.
   *
   * @param policy its policy id
   * @param place the cell of its id
   * @param scenario the cells of one that does, in the columns of the workbook's sheet; absent
   *     where none could be written
   * @param reason why none could be written
   */
  public record UnreachedRow(
      String policy, Place.Cell place, @Nullable List<String> scenario, @Nullable String reason) {

    /** Copies the list. */
    public UnreachedRow {
      scenario = scenario == null ? null : List.copyOf(scenario);
    }

    /** A row for which no scenario could be written. */
    static UnreachedRow without(String policy, Place.Cell place, String reason) {
      return new UnreachedRow(policy, place, null, reason);
    }
  }

  /**
   * A cell that keeps its row from firing in no scenario: it could be blank, and none would notice.
   *
   * @param policy the row's policy id
   * @param place the cell
   * @param label what people read above its column
   * @param text what it says
   */
  public record UnreachedCell(String policy, Place.Cell place, String label, String text) {}

  /**
   * What scenarios reach of rule files.
   *
   * @param rules that fire in a scenario
   * @param unreached those that fire in none
   * @param unmeasured those of families that say nothing without official files, which scenarios do
   *     not load
   */
  public record RuleCoverage(
      Share rules, List<RuleSummary> unreached, List<RuleSummary> unmeasured) {

    /** Copies the lists. */
    public RuleCoverage {
      unreached = List.copyOf(unreached);
      unmeasured = List.copyOf(unmeasured);
    }
  }
}
