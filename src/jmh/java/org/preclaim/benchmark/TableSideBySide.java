package org.preclaim.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.preclaim.benchmark.GeneratedEncounters.Kind;
import org.preclaim.encounter.Encounter;
import org.preclaim.problem.ProblemsException;

/**
 * {@link TableBenchmark} in turns and in processor time, for a machine that is not at rest.
 * Arguments: numbers of rows.
 */
public final class TableSideBySide {

  private static final int ENCOUNTERS = 64;
  private static final double WARM_UP_SECONDS = 6;
  private static final PrintStream OUT = System.out;

  private TableSideBySide() {}

  /** Measures. */
  public static void main(String[] arguments) throws ProblemsException {
    OUT.printf("java %s%n", Runtime.version());
    for (String rows : arguments) {
      measure(Integer.parseInt(rows));
    }
  }

  private static void measure(int count) throws ProblemsException {
    TableCase table = new TableCase(count);
    List<Encounter> all = new ArrayList<>();
    for (Kind kind : Kind.ALL_AND_DRAWN) {
      all.addAll(TableCase.encounters(kind, ENCOUNTERS));
    }
    SideBySide.warmUp(all, encounter -> table.rowsByHand(encounter).size(), 1);
    SideBySide.warmUp(all, encounter -> table.decisionByHand(encounter).warnings().size(), 2);
    SideBySide.warmUp(all, encounter -> table.rows(encounter).size(), WARM_UP_SECONDS);
    SideBySide.warmUp(
        all, encounter -> table.decision(encounter).warnings().size(), WARM_UP_SECONDS);
    for (Kind kind : Kind.ALL_AND_DRAWN) {
      List<Encounter> encounters = TableCase.encounters(kind, ENCOUNTERS);
      double hits = table.verify(encounters);
      print(
          count,
          kind,
          hits,
          "rows",
          encounters,
          encounter -> table.rowsByHand(encounter).size(),
          encounter -> table.rows(encounter).size());
      print(
          count,
          kind,
          hits,
          "decision",
          encounters,
          encounter -> table.decisionByHand(encounter).warnings().size(),
          encounter -> table.decision(encounter).warnings().size());
    }
  }

  private static void print(
      int count,
      Kind kind,
      double hits,
      String what,
      List<Encounter> encounters,
      ToIntFunction<Encounter> byHand,
      ToIntFunction<Encounter> engine) {
    SideBySide.Measured measured = SideBySide.measure(encounters, byHand, engine);
    OUT.printf(
        Locale.ROOT,
        "%6d rows  %-13s hits %5.1f  %-8s %8.2f µs %8.0f bytes  by hand %8.2f µs %8.0f bytes"
            + "  ratio %6.2f [%.2f-%.2f]%n",
        count,
        kind.name(),
        hits,
        what,
        measured.micros(),
        measured.bytes(),
        measured.baseMicros(),
        measured.baseBytes(),
        measured.ratio(),
        measured.ratioLow(),
        measured.ratioHigh());
  }
}
