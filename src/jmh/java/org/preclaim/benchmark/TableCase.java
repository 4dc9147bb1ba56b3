package org.preclaim.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.preclaim.benchmark.GeneratedEncounters.Kind;
import org.preclaim.decision.Decision;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.FiredRows;
import org.preclaim.handwritten.HandWrittenDecision;
import org.preclaim.handwritten.HandWrittenTable;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyRelease;

/**
 * A generated table four times: its rows judged by the engine and by hand, and whole decisions by
 * either. The encounters are the same for any number of rows of one seed.
 */
final class TableCase {

  static final long SEED = 20261122L;

  private static final int FIRST_CODE = 10_000;
  private static final int CODES = 8_000;
  private static final int ROWS_OF_ENCOUNTERS = 10_000;

  private final HandWrittenTable rowsByHand;
  private final HandWrittenDecision decisionsByHand;
  private final FiredRows rows;
  private final CompiledRelease decisions;

  /** With so many rows, over codes of which a few have many. */
  TableCase(int count) throws ProblemsException {
    List<GeneratedRow> generated = GeneratedRows.mixed(count, SEED, FIRST_CODE, CODES);
    PolicyRelease release = GeneratedRelease.of(generated);
    rowsByHand = new HandWrittenTable(generated);
    rows = new FiredRows(release);
    decisions = CompiledRelease.compile(release);
    decisionsByHand = new HandWrittenDecision(generated, decisions);
  }

  /** Encounters whose codes are drawn by the same law as those of the rows. */
  static List<Encounter> encounters(Kind kind, int count) {
    return GeneratedEncounters.of(
        GeneratedRows.mixed(ROWS_OF_ENCOUNTERS, SEED, FIRST_CODE, CODES), kind, count, SEED);
  }

  List<Hit> rowsByHand(Encounter encounter) {
    return rowsByHand.judge(encounter);
  }

  List<Hit> rows(Encounter encounter) {
    return rows.judge(encounter);
  }

  Decision decisionByHand(Encounter encounter) {
    return decisionsByHand.decide(encounter);
  }

  Decision decision(Encounter encounter) {
    return decisions.evaluate(encounter);
  }

  private static void agree(Object byHand, Object engine) {
    if (!byHand.equals(engine)) {
      throw new IllegalStateException("seed " + SEED + ": by hand " + byHand + ", not " + engine);
    }
  }

  /** Throws unless all agree on every encounter; how many rows fire for one. */
  double verify(List<Encounter> encounters) {
    int hits = 0;
    for (Encounter encounter : encounters) {
      List<Hit> expected = new ArrayList<>(rowsByHand(encounter));
      agree(Hit.sorted(expected), Hit.sorted(rows(encounter)));
      agree(decisionByHand(encounter), decision(encounter));
      hits += expected.size();
    }
    return (double) hits / encounters.size();
  }
}
