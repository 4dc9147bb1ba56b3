package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.Seed;

class LatencyHistogramTest {

  @Test
  void percentile_ofNothing_isNone() {
    assertThat(new LatencyHistogram().percentileNanos(99)).isZero();
  }

  @Test
  void percentile_ofShortDurations_isExact() {
    LatencyHistogram histogram = new LatencyHistogram();
    for (int nanos = 1; nanos <= 50; nanos++) {
      histogram.add(nanos);
    }

    assertThat(histogram.percentileNanos(50)).isEqualTo(25);
    assertThat(histogram.percentileNanos(100)).isEqualTo(50);
    assertThat(histogram.percentileNanos(0)).isEqualTo(1);
  }

  @Test
  void percentile_ofAnyDurations_isWithinThreePercent() {
    Random random = new Random(Seed.VALUE);
    LatencyHistogram histogram = new LatencyHistogram();
    long[] durations = random.longs(10_000, 0, 1L << (10 + random.nextInt(40))).toArray();
    Arrays.stream(durations).forEach(histogram::add);
    Arrays.sort(durations);

    for (int percent = 1; percent <= 100; percent++) {
      long exact = durations[(int) Math.ceil(durations.length * percent / 100.0) - 1];
      assertThat((double) histogram.percentileNanos(percent))
          .as("percentile %d of -Dpreclaim.seed=%d", percent, Seed.VALUE)
          .isCloseTo((double) exact, within(1 + exact / 32.0));
    }
  }

  @Test
  void add_longestAndNegativeDurations_areCounted() {
    LatencyHistogram histogram = new LatencyHistogram();
    histogram.add(Long.MAX_VALUE);
    histogram.add(-5);

    assertThat(histogram.total()).isEqualTo(2);
    assertThat(histogram.percentileNanos(100)).isEqualTo(Long.MAX_VALUE);
    assertThat(histogram.percentileNanos(50)).isZero();
  }

  @Test
  void addAll_ofTwo_countsBoth() {
    LatencyHistogram one = new LatencyHistogram();
    one.add(10);
    LatencyHistogram other = new LatencyHistogram();
    other.add(20);
    one.addAll(other);

    assertThat(one.total()).isEqualTo(2);
    assertThat(one.percentileNanos(100)).isEqualTo(20);
  }
}
