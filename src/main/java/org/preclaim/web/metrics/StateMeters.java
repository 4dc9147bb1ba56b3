package org.preclaim.web.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.desk.Desk;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.reference.Vintage;
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
  private final MultiGauge release;
  private final MultiGauge reference;
  private @Nullable ReleaseRef lastRelease;
  private @Nullable List<Vintage> lastVintages;

  StateMeters(Desk desk, MeterRegistry registry) {
    this.desk = desk;
    this.release =
        MultiGauge.builder("preclaim.release")
            .description("1 for the release in force")
            .register(registry);
    this.reference =
        MultiGauge.builder("preclaim.reference.effective")
            .description("the day from which a table counts, seconds since 1970")
            .baseUnit("seconds")
            .register(registry);
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
      tell(desk.release());
    } catch (JournalFault out) {
      // Each request that needs it says so, with what is wrong.
      return;
    }
    tell(desk.reference().data().vintages());
  }

  /**
   * Series are taken away and made again, and who scrapes meanwhile finds none, or finds them twice
   * and fails: so only what changed is told anew.
   */
  private void tell(ReleaseRef now) {
    if (!now.equals(lastRelease)) {
      release.register(
          List.of(MultiGauge.Row.of(Tags.of("id", now.id(), "name", now.name()), 1)), true);
      lastRelease = now;
    }
  }

  private void tell(List<Vintage> now) {
    if (!now.equals(lastVintages)) {
      reference.register(now.stream().<MultiGauge.Row<?>>map(StateMeters::row).toList(), true);
      lastVintages = now;
    }
  }

  private static MultiGauge.Row<Number> row(Vintage vintage) {
    return MultiGauge.Row.of(
        Tags.of("dataset", vintage.dataset().word(), "effective", vintage.effective().toString()),
        vintage.effective().atStartOfDay(ZoneOffset.UTC).toEpochSecond());
  }
}
