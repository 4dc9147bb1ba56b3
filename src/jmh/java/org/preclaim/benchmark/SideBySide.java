package org.preclaim.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.preclaim.encounter.Encounter;

/**
 * Two engines measured in turns in one process. A machine that others use too is now fast and now
 * slow; what is done in alternate tenths of a second meets the same machine, so the ratio holds
 * where the microseconds do not.
 */
public final class SideBySide {

  private static final long WARM_UP_NANOS = 500_000_000L;
  private static final long SLICE_NANOS = 80_000_000L;
  private static final int ROUNDS = 11;

  private SideBySide() {}

  /**
   * What was measured.
   *
   * @param micros the second engine's time for an encounter, median of the rounds
   * @param baseMicros the first engine's
   * @param ratio second to first, median of the rounds
   * @param ratioLow the second lowest ratio of a round
   * @param ratioHigh the second highest
   */
  public record Measured(
      double micros, double baseMicros, double ratio, double ratioLow, double ratioHigh) {}

  /** Measures {@code engine} beside {@code base}. */
  public static Measured measure(
      List<Encounter> encounters, ToIntFunction<Encounter> base, ToIntFunction<Encounter> engine) {
    run(encounters, base, WARM_UP_NANOS);
    run(encounters, engine, WARM_UP_NANOS);
    double[] baseTimes = new double[ROUNDS];
    double[] times = new double[ROUNDS];
    double[] ratios = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      baseTimes[round] = run(encounters, base, SLICE_NANOS);
      times[round] = run(encounters, engine, SLICE_NANOS);
      ratios[round] = times[round] / baseTimes[round];
    }
    Arrays.sort(baseTimes);
    Arrays.sort(times);
    Arrays.sort(ratios);
    return new Measured(
        times[ROUNDS / 2],
        baseTimes[ROUNDS / 2],
        ratios[ROUNDS / 2],
        ratios[1],
        ratios[ROUNDS - 2]);
  }

  /** Runs {@code engine} until its machine code is as good as it gets. */
  public static void warmUp(
      List<Encounter> encounters, ToIntFunction<Encounter> engine, double seconds) {
    run(encounters, engine, (long) (seconds * 1e9));
  }

  /** Whole passes over the encounters until the time is over; microseconds for one encounter. */
  private static double run(
      List<Encounter> encounters, ToIntFunction<Encounter> engine, long nanos) {
    long start = System.nanoTime();
    long now;
    int passes = 0;
    int found = 0;
    do {
      for (Encounter encounter : encounters) {
        found += engine.applyAsInt(encounter);
      }
      passes++;
      now = System.nanoTime();
    } while (now - start < nanos);
    if (found < 0) {
      throw new IllegalStateException("an engine found less than nothing");
    }
    return (now - start) / 1e3 / passes / encounters.size();
  }
}
