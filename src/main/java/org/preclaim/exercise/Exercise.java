package org.preclaim.exercise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.Observation;
import org.preclaim.engine.RuleSummary;
import org.preclaim.engine.Verification;
import org.preclaim.engine.rows.RowCell;
import org.preclaim.exercise.Coverage.RuleCoverage;
import org.preclaim.exercise.Coverage.TableCoverage;
import org.preclaim.problem.Place;
import org.preclaim.release.Family;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.Scenario;
import org.preclaim.table.Workbook;

/** Runs the scenarios of a release once and notes what each of them reaches. */
public final class Exercise {

  private final CompiledRelease release;
  private final Set<String> firedRules = new HashSet<>();
  private final List<Place.Cell> broken = new ArrayList<>();

  private Exercise(CompiledRelease release) {
    this.release = release;
  }

  /** What the scenarios of {@code release} reach. */
  public static Coverage coverage(CompiledRelease release) {
    return new Exercise(release).coverage();
  }

  private Coverage coverage() {
    Set<String> unmeasured = release.rowsWithoutOrigins();
    Generated generated = new Generated(release);
    List<TableCoverage> tables = new ArrayList<>();
    for (Family family : release.release().families()) {
      Workbook workbook = family.workbook();
      if (workbook != null) {
        Reached reached = run(workbook);
        for (PolicyTable table : workbook.tables()) {
          tables.add(new TableTally(workbook, table, reached, unmeasured, generated).coverage());
        }
      }
    }
    return new Coverage(tables, rules(), broken);
  }

  /** Runs the scenarios of a workbook. */
  private Reached run(Workbook workbook) {
    Set<String> rows = new HashSet<>();
    Set<RowCell> cells = new HashSet<>();
    Set<RowCell> asked = new HashSet<>();
    Set<String> leftOff = new HashSet<>();
    workbook.tables().forEach(table -> asked.addAll(TableTally.conditions(table)));
    for (Scenario scenario : workbook.scenarios()) {
      Observation seen = release.observe(scenario.encounter(), asked::contains);
      if (Verification.keeps(seen.decision(), scenario)) {
        rows.addAll(seen.rows());
        cells.addAll(seen.nearMisses());
        leftOff.addAll(seen.leftOff());
        // What was seen once need not be looked for again: large tables have many rows.
        asked.removeAll(seen.nearMisses());
        firedRules.addAll(seen.rules());
      } else {
        broken.add(scenario.place());
      }
    }
    return new Reached(rows, cells, leftOff);
  }

  private RuleCoverage rules() {
    List<RuleSummary> measured = release.rules().stream().filter(rule -> !rule.official()).toList();
    List<RuleSummary> unreached =
        measured.stream().filter(rule -> !firedRules.contains(rule.name())).toList();
    return new RuleCoverage(
        new Share(measured.size() - unreached.size(), measured.size()),
        unreached,
        release.rules().stream().filter(RuleSummary::official).toList());
  }

  /**
   * What scenarios reach.
   *
   * @param rows policy ids of rows that fired
   * @param cells that alone held their row back
   * @param leftOff policy ids of rows of which not everything was looked at
   */
  record Reached(Set<String> rows, Set<RowCell> cells, Set<String> leftOff) {}
}
