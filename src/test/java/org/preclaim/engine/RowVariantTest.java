package org.preclaim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preclaim.decision.Decision;
import org.preclaim.engine.published.NothingLoaded;
import org.preclaim.engine.rows.RowCell;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.Scenario;
import org.preclaim.table.Workbook;

/** Variants of shipped rows against releases that were compiled with the changed workbook. */
class RowVariantTest {

  private static CompiledRelease release;

  @BeforeAll
  static void compile() throws IOException, ProblemsException {
    release = CompiledRelease.compile(PolicyFolder.read(Path.of("").toAbsolutePath()));
  }

  @Test
  void variant_clearedCell_decidesAsTheChangedWorkbookDoes() throws ProblemsException {
    int compared = 0;
    for (Cleared cleared : clearedConditions("modifiers")) {
      CompiledRelease changed = cleared.variant.release();
      CompiledRelease compiled = cleared.compiledAfresh();
      for (Scenario scenario : cleared.workbook.scenarios()) {
        assertThat(withoutRelease(changed, scenario)).isEqualTo(withoutRelease(compiled, scenario));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  @Test
  void concerned_leavesOutOnlyScenariosThatAreDecidedTheSame() throws ProblemsException {
    int left = 0;
    for (String family : List.of("not-reported-together", "code-selection", "medical-necessity")) {
      for (Cleared cleared : clearedConditions(family)) {
        List<Scenario> concerned = cleared.variant.concerned(cleared.workbook.scenarios());
        CompiledRelease changed = cleared.variant.release();
        for (Scenario scenario : cleared.workbook.scenarios()) {
          if (!concerned.contains(scenario)) {
            assertThat(withoutRelease(changed, scenario))
                .isEqualTo(withoutRelease(release, scenario));
            left++;
          }
        }
      }
    }
    assertThat(left).isGreaterThan(1_000);
  }

  /** The same question asked in two ways: of the conditions one by one, and of the engine. */
  @Test
  void nearMisses_areTheRowsThatFireWhereTheCellIsCleared() throws ProblemsException {
    int nearMisses = 0;
    for (Family family : release.release().families()) {
      if (family.workbook() == null) {
        continue;
      }
      for (Cleared cleared : clearedConditions(family.name())) {
        CompiledRelease changed = cleared.variant.release();
        for (Scenario scenario : cleared.workbook.scenarios()) {
          Observation seen = release.observe(scenario.encounter(), cleared.cell()::equals);
          boolean fires =
              changed
                  .observe(scenario.encounter(), none -> false)
                  .rows()
                  .contains(cleared.row.id());
          boolean expected = fires && !seen.rows().contains(cleared.row.id());
          assertThat(seen.nearMisses().contains(cleared.cell()))
              .as("%s in `%s`", cleared.cell(), scenario.name())
              .isEqualTo(expected);
          nearMisses += expected ? 1 : 0;
        }
      }
    }
    assertThat(nearMisses).isGreaterThan(500);
  }

  private static Decision withoutRelease(CompiledRelease of, Scenario scenario) {
    return of.evaluate(scenario.encounter(), NothingLoaded.INSTANCE, release.ref());
  }

  /** Every filled condition that can be cleared. */
  private static List<Cleared> clearedConditions(String name) throws ProblemsException {
    Family family =
        release.release().families().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow();
    Workbook workbook = Objects.requireNonNull(family.workbook());
    RowVariants variants = RowVariants.of(release, family);
    List<Cleared> cleared = new ArrayList<>();
    for (PolicyTable table : workbook.tables()) {
      for (PolicyRow row : table.rows()) {
        for (Column column : table.columns()) {
          if (column.type() == Column.Type.CONDITION && row.cell(column).isPresent()) {
            PolicyRow changed = without(row, column);
            try {
              RowVariant variant = variants.of(table, row, changed);
              cleared.add(new Cleared(workbook, table, row, column, changed, variant));
            } catch (ProblemsException needed) {
              // The action speaks of what the cell's pattern binds.
              assertThat(needed.problems()).isNotEmpty();
            }
          }
        }
      }
    }
    variants.compile(cleared.stream().map(Cleared::variant).toList());
    return cleared;
  }

  private static PolicyRow without(PolicyRow row, Column column) {
    SortedMap<Integer, String> cells = new TreeMap<>(row.cells());
    cells.remove(column.index());
    return new PolicyRow(row.id(), row.sheet(), row.row(), row.idColumn(), cells, row.metadata());
  }

  private record Cleared(
      Workbook workbook,
      PolicyTable table,
      PolicyRow row,
      Column column,
      PolicyRow changed,
      RowVariant variant) {

    RowCell cell() {
      return new RowCell(row.id(), column.index());
    }

    CompiledRelease compiledAfresh() throws ProblemsException {
      List<PolicyRow> rows = new ArrayList<>(table.rows());
      rows.set(rows.indexOf(row), changed);
      PolicyTable other =
          new PolicyTable(
              table.sheet(), table.name(), table.row(), table.header(), table.columns(), rows);
      Workbook book =
          new Workbook(
              workbook.file(),
              workbook.family(),
              workbook.properties(),
              List.of(other),
              workbook.about(),
              workbook.scenarios());
      PolicyRelease whole = release.release();
      return CompiledRelease.compile(
          new PolicyRelease(
              whole.ref(),
              whole.files(),
              whole.families().stream()
                  .map(
                      each ->
                          each.name().equals(workbook.family())
                              ? new Family(each.name(), book, each.rules())
                              : each)
                  .toList(),
              whole.vocabulary(),
              whole.payers()));
    }
  }
}
