package org.preclaim.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preclaim.benchmark.PairsBenchmark.Pair;
import org.preclaim.problem.ProblemsException;

/** {@link PairsBenchmark} in turns and in processor time, for a machine that is not at rest. */
public final class PairsSideBySide {

  private static final double WARM_UP_SECONDS = 3;
  private static final double NANOS = 1_000;
  private static final int ENCOUNTERS = 256;
  private static final int LINES = 30;
  private static final PrintStream OUT = System.out;

  private PairsSideBySide() {}

  /** Measures. */
  public static void main(String[] arguments) throws IOException, ProblemsException {
    OUT.printf("java %s%n", Runtime.version());
    PairsBenchmark pairs = new PairsBenchmark();
    pairs.load();
    List<List<Pair>> asked = encounters(pairs.asked());
    SideBySide.warmUp(asked, each -> found(each, pairs::mapOfObjects), WARM_UP_SECONDS);
    SideBySide.warmUp(asked, each -> found(each, pairs::packed), WARM_UP_SECONDS);
    SideBySide.Measured measured =
        SideBySide.measure(
            asked, each -> found(each, pairs::mapOfObjects), each -> found(each, pairs::packed));
    double lookUps = LINES * (LINES - 1.0);
    OUT.printf(
        Locale.ROOT,
        "| all %.0f ordered pairs of %d lines | %.1f µs | map of objects %.1f µs"
            + " | %.2f [%.2f–%.2f] | a look-up %.0f ns and %.0f ns |%n",
        lookUps,
        LINES,
        measured.micros(),
        measured.baseMicros(),
        measured.ratio(),
        measured.ratioLow(),
        measured.ratioHigh(),
        measured.micros() * NANOS / lookUps,
        measured.baseMicros() * NANOS / lookUps);
  }

  /** Encounters of some lines, each as its ordered pairs. */
  private static List<List<Pair>> encounters(List<Pair> asked) {
    List<List<Pair>> encounters = new ArrayList<>();
    for (int number = 0; number < ENCOUNTERS; number++) {
      List<Pair> lines = asked.subList(number * LINES, (number + 1) * LINES);
      List<Pair> pairs = new ArrayList<>();
      for (int first = 0; first < LINES; first++) {
        for (int second = 0; second < LINES; second++) {
          if (first != second) {
            pairs.add(new Pair(lines.get(first).first(), lines.get(second).first()));
          }
        }
      }
      encounters.add(pairs);
    }
    return encounters;
  }

  private static int found(List<Pair> pairs, Function<Pair, @Nullable Object> table) {
    int found = 0;
    for (Pair pair : pairs) {
      found += table.apply(pair) == null ? 0 : 1;
    }
    return found;
  }
}
