package org.preclaim.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Two engines measured in turns in one process, in processor time of the measuring thread. A
 * machine that others use too is now fast and now slow: what is done in alternate fractions of a
 * second meets the same machine, and the time in which others had the processor does not count. Nor
 * does the time of the garbage collector, whose work the allocated bytes stand for.
 */
public final class SideBySide {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final double WARM_UP_SECONDS = 0.25;
  private static final double SLICE_SECONDS = 0.06;
  private static final int ROUNDS = 9;

  private SideBySide() {}

  /**
   * What was measured.
   *
   * @param micros the second engine's time for an item, median of the rounds
   * @param baseMicros the first engine's
   * @param ratio second to first, median of the rounds
   * @param ratioLow the second lowest ratio of a round
   * @param ratioHigh the second highest
   * @param bytes what the second engine allocates for an item
   * @param baseBytes what the first one does
   */
  public record Measured(
      double micros,
      double baseMicros,
      double ratio,
      double ratioLow,
      double ratioHigh,
      double bytes,
      double baseBytes) {}

  /** What one slice gave for an item. */
  private record Slice(double micros, double bytes) {}

  /** Measures {@code engine} beside {@code base}. */
  public static <T> Measured measure(
      List<T> items, ToIntFunction<T> base, ToIntFunction<T> engine) {
    warmUp(items, base, WARM_UP_SECONDS);
    warmUp(items, engine, WARM_UP_SECONDS);
    double[] baseTimes = new double[ROUNDS];
    double[] times = new double[ROUNDS];
    double[] ratios = new double[ROUNDS];
    double bytes = 0;
    double baseBytes = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Slice first = run(items, base, SLICE_SECONDS);
      Slice second = run(items, engine, SLICE_SECONDS);
      baseTimes[round] = first.micros;
      times[round] = second.micros;
      ratios[round] = second.micros / first.micros;
      baseBytes += first.bytes / ROUNDS;
      bytes += second.bytes / ROUNDS;
    }
    Arrays.sort(baseTimes);
    Arrays.sort(times);
    Arrays.sort(ratios);
    return new Measured(
        times[ROUNDS / 2],
        baseTimes[ROUNDS / 2],
        ratios[ROUNDS / 2],
        ratios[1],
        ratios[ROUNDS - 2],
        bytes,
        baseBytes);
  }

  /** Runs {@code engine} until its machine code is as good as it gets. */
  public static <T> void warmUp(List<T> items, ToIntFunction<T> engine, double seconds) {
    run(items, engine, seconds);
  }

  /** Whole passes over the items until the time is used up. */
  private static <T> Slice run(List<T> items, ToIntFunction<T> engine, double seconds) {
    long limit = (long) (seconds * 1e9);
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long start = THREADS.getCurrentThreadCpuTime();
    long used;
    double decided = 0;
    int found = 0;
    do {
      for (T item : items) {
        found += engine.applyAsInt(item);
      }
      decided += items.size();
      used = THREADS.getCurrentThreadCpuTime() - start;
    } while (used < limit);
    if (found < 0) {
      throw new IllegalStateException("an engine found less than nothing");
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    return new Slice(used / 1e3 / decided, allocated / decided);
  }
}
