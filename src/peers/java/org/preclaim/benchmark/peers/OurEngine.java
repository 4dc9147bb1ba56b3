package org.preclaim.benchmark.peers;

import java.util.List;
import org.preclaim.benchmark.GeneratedRelease;
import org.preclaim.benchmark.GeneratedRow;
import org.preclaim.benchmark.Hit;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.FiredRows;
import org.preclaim.problem.ProblemsException;

/** The product as far as the others go: which rows fire, on which lines. */
final class OurEngine implements Peer {

  private final FiredRows rows;

  OurEngine(List<GeneratedRow> rows) throws ProblemsException {
    this.rows = new FiredRows(GeneratedRelease.of(rows));
  }

  @Override
  public List<Hit> judge(Encounter encounter) {
    return rows.judge(encounter);
  }
}
