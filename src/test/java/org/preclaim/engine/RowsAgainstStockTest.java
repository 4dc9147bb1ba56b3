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
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.Workbook;

/**
 * Random workbooks and encounters: rows as data state what stock Drools states, which makes a rule
 * of each row. Longer runs: {@code -Dpreclaim.differential.workbooks=2000
 * -Dpreclaim.differential.encounters=500 -Dpreclaim.differential.seed=7}.
 */
class RowsAgainstStockTest {

  private static final int BATCH = 40;

  public static void main(String[] args) throws ProblemsException {
    new RowsAgainstStockTest().rows_randomWorkbooks_stateWhatStockStates();
  }

  @Test
  void rows_randomWorkbooks_stateWhatStockStates() throws ProblemsException {
    long seed = Long.getLong("preclaim.differential.seed", 20261122);
    int workbooks = Integer.getInteger("preclaim.differential.workbooks", 80);
    int encounters = Integer.getInteger("preclaim.differential.encounters", 300);
    System.out.println("rows against stock: seed " + seed);
    RandomTables tables = new RandomTables(seed);
    CloseEncounters close = new CloseEncounters(seed);
    long stated = 0;
    for (int done = 0; done < workbooks; done += BATCH) {
      List<Workbook> batch = new ArrayList<>();
      for (int number = 0; number < BATCH; number++) {
        batch.add(tables.next("drawn-" + (done + number)));
      }
      long start = System.nanoTime();
      TablesBesideStock both = new TablesBesideStock(batch, RowTables::of, drl -> drl);
      System.out.println("compiled " + (System.nanoTime() - start) / 1_000_000);
      for (int number = 0; number < encounters; number++) {
        Encounter encounter = close.next();
        Facts facts = Facts.of(encounter, PolicyRelease.DEFAULT_PAYER);
        List<String> expected = both.byStock(facts);
        assertThat(both.byRows(facts)).as("seed %d, %s", seed, encounter).isEqualTo(expected);
        stated += expected.size();
      }
      System.out.println("ran " + (System.nanoTime() - start) / 1_000_000 + " stated " + stated);
    }
    assertThat(stated).isGreaterThan(1_000);
  }
}
