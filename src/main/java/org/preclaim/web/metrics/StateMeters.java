package org.preclaim.web.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.preclaim.desk.Desk;
import org.preclaim.journal.chain.JournalFault;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells what decisions are made with: the release in force, the official tables with their age, and
 * how far the journal is behind.
 */
@Component
final class StateMeters {

  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final Desk desk;
  private final StateSeries series = new StateSeries();

  /**
   * Meters of {@code desk}.
   *
   * @param prometheus where series with changing labels are told; absent where nobody scrapes
   */
  StateMeters(Desk desk, MeterRegistry registry, @Nullable PrometheusRegistry prometheus) {
    this.desk = desk;
    if (prometheus != null) {
      prometheus.register(series);
    }
    Gauge.builder("preclaim.journal.waiting", desk, of -> of.backlog().waiting())
        .description("decisions that are not recorded yet")
        .register(registry);
    Gauge.builder("preclaim.journal.lag", desk, StateMeters::lag)
        .description("how long the first of them has waited")
        .baseUnit("seconds")
        .register(registry);
  }

  private static double lag(Desk desk) {
    return desk.backlog().oldest().toNanos() / NANOS_PER_SECOND;
  }

  /** Looks again; what cannot be seen because the journal is out stays as it was seen last. */
  @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void look() {
    try {
      series.tell(desk.release(), desk.reference().data().vintages());
    } catch (JournalFault out) {
      // Each request that needs it says so, with what is wrong.
    }
  }
}
