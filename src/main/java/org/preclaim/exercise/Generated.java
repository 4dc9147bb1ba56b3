package org.preclaim.exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.preclaim.analysis.Witness;
import org.preclaim.analysis.Witnesses;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.Observation;
import org.preclaim.engine.Verification;
import org.preclaim.exercise.Coverage.UnreachedRow;
import org.preclaim.problem.Place;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.Scenario;
import org.preclaim.table.ScenarioWriter;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;

/**
 * Writes scenarios for rows that no scenario lets fire. Each was run before it is given away:
 * pasted as it is, it passes, and its row fires.
 */
final class Generated {

  private static final String WHY = "Generated: the row fires. Say here what it shows.";

  private final CompiledRelease release;
  private final Witnesses witnesses;

  Generated(CompiledRelease release) {
    this.release = release;
    this.witnesses = new Witnesses(release);
  }

  /** What to tell of a row that no scenario lets fire. */
  UnreachedRow of(Workbook workbook, PolicyTable table, PolicyRow row) {
    Place.Cell place =
        new Place.Cell(workbook.file(), row.sheet(), SheetCell.address(row.row(), row.idColumn()));
    Witness witness = witnesses.firing(table, row);
    if (witness instanceof Witness.Never never) {
      String columns =
          never.because().stream()
              .map(Column::label)
              .collect(Collectors.joining("` and `", "`", "`"));
      return UnreachedRow.without(row.id(), place, "no encounter can meet " + columns + " at once");
    } else if (witness instanceof Witness.Fires fires) {
      return scenario(workbook, row, fires.encounter())
          .map(cells -> new UnreachedRow(row.id(), place, cells, null))
          .orElseGet(
              () ->
                  UnreachedRow.without(
                      row.id(), place, "a scenario has no words for the encounter that fires it"));
    }
    return UnreachedRow.without(row.id(), place, "no encounter was found that fires it");
  }

  /** The cells of a scenario in the columns of the workbook. */
  private Optional<List<String>> scenario(Workbook workbook, PolicyRow row, Encounter encounter) {
    return ScenarioWriter.sayable(name(workbook, row), encounter)
        .flatMap(
            said -> {
              Observation seen = release.observe(said, cell -> false);
              return seen.rows().contains(row.id())
                  ? Optional.of(cells(workbook, said, seen))
                  : Optional.empty();
            });
  }

  private static String name(Workbook workbook, PolicyRow row) {
    List<String> taken = workbook.scenarios().stream().map(Scenario::name).toList();
    String name = row.id() + " fires";
    int number = 1;
    while (taken.contains(name)) {
      number++;
      name = row.id() + " fires, " + number;
    }
    return name;
  }

  private static List<String> cells(Workbook workbook, Encounter encounter, Observation seen) {
    Map<String, String> cells =
        ScenarioWriter.cells(
            encounter, WHY, Verification.found(seen.decision()), seen.decision().outcome());
    List<String> inColumns = new ArrayList<>();
    workbook.scenarioLabels().forEach(label -> inColumns.add(cells.getOrDefault(label, "")));
    return inColumns;
  }
}
