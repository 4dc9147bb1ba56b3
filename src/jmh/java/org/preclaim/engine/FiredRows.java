package org.preclaim.engine;

import java.util.ArrayList;
import java.util.List;
import org.preclaim.benchmark.Hit;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.Flag;
import org.preclaim.engine.published.NothingLoaded;
import org.preclaim.engine.published.Publications;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyRelease;

/**
 * The product's engine without its answer: which rows fire on which lines, from the encounter's
 * facts on, but no messages, remedies or trace. It is what other engines give.
 */
public final class FiredRows {

  private final CompiledFamily family;

  /** The rows of a release of one family. */
  public FiredRows(PolicyRelease release) throws ProblemsException {
    family = CompiledFamily.compile(release.families().get(0), ArtefactCache.none());
  }

  /** Every row that fires. */
  public List<Hit> judge(Encounter encounter) {
    Facts facts = Facts.of(encounter, PolicyRelease.DEFAULT_PAYER);
    Publications nothing = new Publications(facts, NothingLoaded.INSTANCE);
    List<Stated> stated = family.evaluate(facts, List.of(), nothing).stated();
    List<Hit> hits = new ArrayList<>(stated.size());
    for (Stated each : stated) {
      if (each.statement() instanceof Flag flag) {
        List<BilledLine> with = flag.with();
        hits.add(
            new Hit(
                each.rule(),
                flag.atRisk().get(0).number(),
                with.isEmpty() ? 0 : with.get(0).number()));
      }
    }
    return hits;
  }
}
