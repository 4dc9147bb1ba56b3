package org.preclaim.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.Vintage;

class StateSeriesTest {

  private static final int SCRAPES = 5_000;
  private static final Vintage HCPCS = vintage(Dataset.HCPCS);
  private static final Vintage CODES = vintage(Dataset.ICD10_CM);
  private static final String HCPCS_LINE =
      "preclaim_reference_effective_seconds{dataset=\"hcpcs\",effective=\"2026-01-01\"}"
          + " 1.7672256E9";
  private static final List<String> EVEN =
      List.of(HCPCS_LINE, "preclaim_release{id=\"sha256:0\",name=\"even\"} 1.0");
  private static final List<String> ODD =
      List.of(
          HCPCS_LINE,
          HCPCS_LINE.replace("hcpcs", "icd-10-cm"),
          "preclaim_release{id=\"sha256:1\",name=\"odd\"} 1.0");

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final StateSeries series = new StateSeries();

  @Test
  void scrape_beforeAnythingWasTold_hasNoSeries() {
    registry.getPrometheusRegistry().register(series);

    assertThat(scrape()).isEmpty();
  }

  @Test
  void scrape_withoutTables_hasTheRelease() {
    registry.getPrometheusRegistry().register(series);
    series.tell(new ReleaseRef("sha256:0", "even"), List.of());

    assertThat(scrape()).containsExactly(EVEN.get(1));
  }

  @Test
  void scrape_whileReleaseAndTablesChange_seesOneStateOrTheOther() throws Exception {
    registry.getPrometheusRegistry().register(series);
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService changing = Executors.newSingleThreadExecutor();
    try {
      series.tell(new ReleaseRef("sha256:0", "even"), List.of(HCPCS));
      Future<Integer> changed =
          changing.submit(
              () -> {
                int times = 0;
                for (; !over.get(); times++) {
                  series.tell(new ReleaseRef("sha256:1", "odd"), List.of(HCPCS, CODES));
                  series.tell(new ReleaseRef("sha256:0", "even"), List.of(HCPCS));
                }
                return times;
              });
      for (int scrape = 0; scrape < SCRAPES; scrape++) {
        assertThat(scrape()).isIn(List.of(EVEN, ODD));
      }
      over.set(true);
      assertThat(changed.get()).isPositive();
    } finally {
      over.set(true);
      changing.shutdownNow();
    }
  }

  private List<String> scrape() {
    return registry.scrape().lines().filter(line -> !line.startsWith("#")).toList();
  }

  private static Vintage vintage(Dataset dataset) {
    return new Vintage(
        dataset, LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), 1, 1, "0".repeat(64));
  }
}
