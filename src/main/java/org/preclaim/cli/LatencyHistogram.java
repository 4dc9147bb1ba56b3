package org.preclaim.cli;

/**
 * Durations, counted in classes whose width is a 32nd of their value: any number of them in a fixed
 * space, with percentiles that are off by 3 % at most.
 */
final class LatencyHistogram {

  private static final int SUBCLASS_BITS = 5;
  private static final int SUBCLASSES = 1 << SUBCLASS_BITS;

  private final long[] counts = new long[(Long.SIZE - SUBCLASS_BITS) * SUBCLASSES];
  private long total;

  /** Counts a duration; a negative one, which a clock may give, counts as none. */
  void add(long nanos) {
    counts[indexOf(Math.max(0, nanos))]++;
    total++;
  }

  /** Takes in what another one counted. */
  void addAll(LatencyHistogram other) {
    for (int index = 0; index < counts.length; index++) {
      counts[index] += other.counts[index];
    }
    total += other.total;
  }

  long total() {
    return total;
  }

  /**
   * The shortest duration that is not exceeded by {@code percent} of all; 0 where there is none.
   */
  long percentileNanos(double percent) {
    long wanted = Math.max(1, (long) Math.ceil(total * percent / 100));
    long seen = 0;
    for (int index = 0; index < counts.length; index++) {
      seen += counts[index];
      if (seen >= wanted) {
        return highest(index);
      }
    }
    return 0;
  }

  private static int indexOf(long nanos) {
    int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(nanos) - SUBCLASS_BITS - 1);
    return shift * SUBCLASSES + (int) (nanos >>> shift);
  }

  /** The longest duration that is counted under {@code index}. */
  private static long highest(int index) {
    int shift = Math.max(0, index / SUBCLASSES - 1);
    long first = (long) (index - shift * SUBCLASSES) << shift;
    return first + (1L << shift) - 1;
  }
}
