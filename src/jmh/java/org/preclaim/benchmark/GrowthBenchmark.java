package org.preclaim.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.preclaim.benchmark.GeneratedEncounters.Kind;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyRelease;

/**
 * What rows, tables and families cost that have nothing to do with an encounter: the same
 * encounters and findings, measured in turns against 1,000 rows alone.
 */
public final class GrowthBenchmark {

  private static final long SEED = 20261122L;
  private static final int ENCOUNTERS = 64;
  private static final int ROWS = 1_000;
  private static final int FIRST_CODE = 10_000;

  /** Codes that no encounter reports. */
  private static final int FIRST_ABSENT_CODE = 60_000;

  private static final PrintStream OUT = System.out;

  private GrowthBenchmark() {}

  /** Measures; the argument is the largest number of rows, 100,000 where there is none. */
  public static void main(String[] arguments) throws ProblemsException {
    int most = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
    OUT.printf("java %s%n", Runtime.version());
    List<GeneratedRow> rows = GeneratedRows.mixed(ROWS, SEED, FIRST_CODE);
    CompiledRelease base = CompiledRelease.compile(GeneratedRelease.of(rows));
    for (int count = ROWS * 10; count <= most; count *= 10) {
      List<GeneratedRow> more = new ArrayList<>(rows);
      // A sheet takes 100,000 rows, its heading included.
      more.addAll(absent(Math.min(count, 99_000) - ROWS));
      compare(more.size() + " rows instead of 1000", rows, base, GeneratedRelease.of(more));
    }
    List<GeneratedRow> single = GeneratedRows.single(ROWS, SEED, FIRST_CODE);
    CompiledRelease one = CompiledRelease.compile(GeneratedRelease.of(single));
    for (int tables : List.of(5, 50)) {
      PolicyRelease release = GeneratedRelease.ofTables(parts(single, tables));
      compare(tables + " tables of one family instead of 1", single, one, release);
    }
    for (int families : List.of(5, 50)) {
      Map<String, List<GeneratedRow>> byFamily = new TreeMap<>();
      parts(single, families).forEach(part -> byFamily.put("part-" + byFamily.size(), part));
      compare(families + " families instead of 1", single, one, GeneratedRelease.of(byFamily));
    }
  }

  /** Rows of other codes; their ids follow on. */
  private static List<GeneratedRow> absent(int count) {
    return GeneratedRows.mixed(count + ROWS, SEED, FIRST_ABSENT_CODE).subList(ROWS, count + ROWS);
  }

  private static List<List<GeneratedRow>> parts(List<GeneratedRow> rows, int count) {
    List<List<GeneratedRow>> parts = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      parts.add(rows.subList(rows.size() * part / count, rows.size() * (part + 1) / count));
    }
    return parts;
  }

  private static void compare(
      String what, List<GeneratedRow> rows, CompiledRelease base, PolicyRelease larger)
      throws ProblemsException {
    CompiledRelease grown = CompiledRelease.compile(larger);
    for (Kind kind : Kind.ALL) {
      List<Encounter> encounters = GeneratedEncounters.of(rows, kind, ENCOUNTERS, SEED);
      for (Encounter encounter : encounters) {
        List<Hit> expected = Hit.sorted(Hit.in(base.evaluate(encounter)));
        if (!Hit.sorted(Hit.in(grown.evaluate(encounter))).equals(expected)) {
          throw new IllegalStateException(what + ": they differ on " + encounter);
        }
      }
      SideBySide.warmUp(encounters, encounter -> base.evaluate(encounter).warnings().size(), 2);
      SideBySide.warmUp(encounters, encounter -> grown.evaluate(encounter).warnings().size(), 2);
      SideBySide.Measured measured =
          SideBySide.measure(
              encounters,
              encounter -> base.evaluate(encounter).warnings().size(),
              encounter -> grown.evaluate(encounter).warnings().size());
      OUT.printf(
          Locale.ROOT,
          "%-40s %-13s %10.1f µs  before %10.1f µs  ratio %6.2f [%.2f-%.2f]%n",
          what,
          kind.name(),
          measured.micros(),
          measured.baseMicros(),
          measured.ratio(),
          measured.ratioLow(),
          measured.ratioHigh());
    }
  }
}
