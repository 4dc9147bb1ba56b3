package org.preclaim.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.decision.TraceStep;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.rows.CloseEncounters;
import org.preclaim.engine.rows.RandomTables;
import org.preclaim.fixtures.Seed;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;

/**
 * Random workbooks with every form of snippet: what is understood of a header is what the engine
 * makes of it. A longer run: {@code -Dpreclaim.witnesses.workbooks=500}.
 */
class WitnessesOfRandomTablesTest {

  private static final int WORKBOOKS = Integer.getInteger("preclaim.witnesses.workbooks", 12);
  private static final int ENCOUNTERS = 200;

  @Test
  void firing_randomWorkbooks_understoodRowsFireOrNeverDo() throws ProblemsException {
    RandomTables tables = new RandomTables(Seed.VALUE);
    List<Family> families = new ArrayList<>();
    for (int number = 0; number < WORKBOOKS; number++) {
      String name = "drawn-" + number;
      families.add(new Family(name, withPlainActions(tables.next(name)), null));
    }
    CompiledRelease release = release(families);
    List<Encounter> encounters = encounters();
    int fires = 0;
    for (Family family : families) {
      CompiledRelease alone = release.onlyFamilies(Set.of(family.name()));
      Set<String> everFired = fired(alone, encounters);
      for (PolicyTable table : workbook(family).tables()) {
        fires += check(new Witnesses(alone), table, everFired);
      }
    }
    assertThat(fires).as("rows with a witness").isGreaterThan(WORKBOOKS);
  }

  private static int check(Witnesses witnesses, PolicyTable table, Set<String> everFired) {
    int fires = 0;
    for (PolicyRow row : table.rows()) {
      Witness witness = witnesses.firing(table, row);
      if (witness instanceof Witness.Fires) {
        fires++;
      } else if (witness instanceof Witness.Never) {
        assertThat(everFired).as("%s of %s", row, table.columns()).doesNotContain(row.id());
      } else if (witness instanceof Witness.Missing missing) {
        assertThat(missing.unread())
            .as("seed %d: %s on %s of %s", Seed.VALUE, row.cells(), missing, table.columns())
            .isNotEmpty();
      }
    }
    return fires;
  }

  /** The same conditions with actions that state something for every cell. */
  private static Workbook withPlainActions(Workbook drawn) {
    return new Workbook(
        drawn.file(),
        drawn.family(),
        drawn.properties(),
        drawn.tables().stream().map(WitnessesOfRandomTablesTest::withPlainActions).toList(),
        drawn.about(),
        drawn.scenarios());
  }

  private static PolicyTable withPlainActions(PolicyTable table) {
    Map<Integer, String> actions = new HashMap<>();
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      Column plain = column;
      if (column.type() == Column.Type.ACTION) {
        String fact = column.snippet().contains("$other)") ? "$other" : "$line";
        String snippet =
            "insert( Flag.of(\"k" + column.index() + "\", \"$param\", " + fact + ") );";
        plain = new Column(column.index(), column.type(), null, column.index(), snippet, "label");
        actions.put(column.index(), snippet);
      }
      columns.add(plain);
    }
    List<SheetCell> header =
        table.header().stream().map(cell -> plain(cell, table.row() + 3, actions)).toList();
    List<PolicyRow> rows = table.rows().stream().map(row -> plain(row, actions)).toList();
    return new PolicyTable(table.sheet(), table.name(), table.row(), header, columns, rows);
  }

  private static SheetCell plain(SheetCell cell, int snippets, Map<Integer, String> actions) {
    String snippet = cell.row() == snippets ? actions.get(cell.column()) : null;
    return snippet == null ? cell : new SheetCell(cell.row(), cell.column(), snippet);
  }

  private static PolicyRow plain(PolicyRow row, Map<Integer, String> actions) {
    SortedMap<Integer, String> cells = new TreeMap<>(row.cells());
    actions.keySet().forEach(column -> cells.put(column, "deny"));
    return new PolicyRow(row.id(), row.sheet(), row.row(), row.idColumn(), cells, row.metadata());
  }

  private static List<Encounter> encounters() {
    CloseEncounters close = new CloseEncounters(Seed.VALUE);
    List<Encounter> encounters = new ArrayList<>();
    for (int count = 0; count < ENCOUNTERS; count++) {
      encounters.add(close.next());
    }
    return encounters;
  }

  private static Set<String> fired(CompiledRelease release, List<Encounter> encounters) {
    Set<String> fired = new TreeSet<>();
    for (Encounter encounter : encounters) {
      release.evaluate(encounter).trace().stream().map(TraceStep::policy).forEach(fired::add);
    }
    return fired;
  }

  private static Workbook workbook(Family family) {
    return Objects.requireNonNull(family.workbook());
  }

  private static CompiledRelease release(List<Family> families) throws ProblemsException {
    return CompiledRelease.compile(
        new PolicyRelease(
            new ReleaseRef("sha256:drawn", "drawn"),
            List.of(),
            families,
            new Vocabulary(Map.of()),
            Map.of()));
  }
}
