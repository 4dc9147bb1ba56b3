package org.preclaim.benchmark.peers;

import java.util.List;
import org.preclaim.benchmark.GeneratedRelease;
import org.preclaim.benchmark.GeneratedRow;
import org.preclaim.benchmark.Hit;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.problem.ProblemsException;

/** The product, which besides what fired writes messages, remedies and a trace. */
final class OurEngine implements Peer {

  private final CompiledRelease release;

  OurEngine(List<GeneratedRow> rows) throws ProblemsException {
    release = CompiledRelease.compile(GeneratedRelease.of(rows));
  }

  @Override
  public List<Hit> judge(Encounter encounter) {
    return Hit.in(release.evaluate(encounter));
  }
}
