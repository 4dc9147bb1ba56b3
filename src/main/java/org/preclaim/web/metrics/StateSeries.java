package org.preclaim.web.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.ZoneOffset;
import java.util.List;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.reference.Vintage;

/**
 * The release in force and the official tables as series whose labels change. Micrometer would take
 * such series away one by one and make new ones, and who scrapes meanwhile would find some of them
 * missing, or one twice, which fails the scrape; here each scrape sees one state.
 */
final class StateSeries implements MultiCollector {

  private volatile MetricSnapshots told = MetricSnapshots.of();

  /** Tells this state from now on. */
  void tell(ReleaseRef release, List<Vintage> vintages) {
    MetricSnapshots.Builder series = MetricSnapshots.builder().metricSnapshot(release(release));
    if (!vintages.isEmpty()) {
      series.metricSnapshot(reference(vintages));
    }
    told = series.build();
  }

  private static GaugeSnapshot release(ReleaseRef release) {
    return GaugeSnapshot.builder()
        .name("preclaim_release")
        .help("1 for the release in force")
        .dataPoint(point(Labels.of("id", release.id(), "name", release.name()), 1))
        .build();
  }

  private static GaugeSnapshot reference(List<Vintage> vintages) {
    GaugeSnapshot.Builder series =
        GaugeSnapshot.builder()
            .name("preclaim_reference_effective_seconds")
            .help("the day from which a table counts, seconds since 1970");
    for (Vintage vintage : vintages) {
      String dataset = vintage.dataset().word();
      String effective = vintage.effective().toString();
      long seconds = vintage.effective().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
      series.dataPoint(
          point(Labels.of("dataset", dataset, "effective", effective), (double) seconds));
    }
    return series.build();
  }

  private static GaugeDataPointSnapshot point(Labels labels, double value) {
    return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
  }

  @Override
  public MetricSnapshots collect() {
    return told;
  }
}
