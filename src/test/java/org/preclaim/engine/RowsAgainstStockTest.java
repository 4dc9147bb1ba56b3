package org.preclaim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.rows.CloseEncounters;
import org.preclaim.engine.rows.RandomTables;
import org.preclaim.engine.rows.RowTables;
import org.preclaim.fixtures.Seed;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.Workbook;

/**
 * Random workbooks and encounters: rows as data state what stock Drools states, which makes a rule
 * of each row. A longer run: {@code -Dpreclaim.differential.workbooks=2000
 * -Dpreclaim.differential.encounters=500 -Dpreclaim.seed=7}.
 */
class RowsAgainstStockTest {

  private static final int WORKBOOKS = Integer.getInteger("preclaim.differential.workbooks", 200);
  private static final int ENCOUNTERS = Integer.getInteger("preclaim.differential.encounters", 500);

  /** So many are compiled at a time: stock Drools takes seconds and megabytes for each. */
  private static final int BATCH = 30;

  @Test
  void rows_randomWorkbooks_stateWhatStockStates() throws ProblemsException {
    RandomTables tables = new RandomTables(Seed.VALUE);
    CloseEncounters encounters = new CloseEncounters(Seed.VALUE);
    long stated = 0;
    for (int done = 0; done < WORKBOOKS; done += BATCH) {
      List<Workbook> batch = draw(tables, BATCH);
      TablesBesideStock both = new TablesBesideStock(batch, RowTables::of, rules -> rules);
      for (int count = 0; count < ENCOUNTERS; count++) {
        Encounter encounter = encounters.next();
        Facts facts = facts(encounter);
        assertThat(both.differences(facts))
            .as("seed %d, workbooks from %d, %s", Seed.VALUE, done, encounter)
            .isEmpty();
        stated += both.byRows(facts).size();
      }
    }
    assertThat(stated).as("statements that were compared").isGreaterThan(10L * WORKBOOKS);
  }

  @Test
  void difference_faultPlantedInTheRules_isFound() throws ProblemsException {
    List<Workbook> batch = draw(new RandomTables(Seed.VALUE + 2), 6);
    TablesBesideStock both =
        new TablesBesideStock(batch, RowTables::of, rules -> rules.replace(">= row.", "> row."));
    CloseEncounters encounters = new CloseEncounters(Seed.VALUE + 2);

    boolean found = false;
    for (int count = 0; count < ENCOUNTERS && !found; count++) {
      Facts facts = facts(encounters.next());
      found = !both.differences(facts).isEmpty();
    }
    assertThat(found).as("the fault, with seed %d", Seed.VALUE + 2).isTrue();
  }

  private static List<Workbook> draw(RandomTables tables, int count) {
    List<Workbook> batch = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      batch.add(tables.next("drawn-" + number));
    }
    return batch;
  }

  private static Facts facts(Encounter encounter) {
    return Facts.of(encounter, PolicyRelease.DEFAULT_PAYER);
  }
}
