package org.preclaim.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.desk.Desk;
import org.preclaim.fixtures.SampleDesk;

class StateMetersTest {

  private static final int SCRAPES = 5_000;

  @Test
  void scrape_whileTheStateIsLookedAt_alwaysTellsTheReleaseOnce(@TempDir Path data)
      throws Exception {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService looking = Executors.newSingleThreadExecutor();
    try (Desk desk = SampleDesk.failing(data)) {
      StateMeters meters = new StateMeters(desk, registry);
      meters.look();
      Future<Integer> looked =
          looking.submit(
              () -> {
                int times = 0;
                for (; !over.get(); times++) {
                  meters.look();
                }
                return times;
              });
      for (int scrape = 0; scrape < SCRAPES; scrape++) {
        assertThat(registry.scrape()).containsOnlyOnce("\npreclaim_release{");
      }
      over.set(true);
      assertThat(looked.get()).isPositive();
    } finally {
      over.set(true);
      looking.shutdownNow();
    }
  }
}
