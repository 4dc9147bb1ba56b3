package org.preclaim.web.metrics;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends spans by another exporter, and says in one line now and then how many of them were lost. A
 * collector may be out for days; the exporter's own log has a page for each try.
 */
final class LostSpans implements SpanExporter {

  static final Duration SILENCE = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(LostSpans.class);

  private final SpanExporter exporter;
  private final LongSupplier nanos;
  private @Nullable Long told;
  private long lost;

  LostSpans(SpanExporter exporter, LongSupplier nanos) {
    this.exporter = exporter;
    this.nanos = nanos;
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    int count = spans.size();
    CompletableResultCode result = exporter.export(spans);
    return result.whenComplete(
        () -> {
          if (!result.isSuccess()) {
            lost(count, result.getFailureThrowable());
          }
        });
  }

  private synchronized void lost(int count, @Nullable Throwable why) {
    lost += count;
    long now = nanos.getAsLong();
    if (told == null || now - told >= SILENCE.toNanos()) {
      LOG.warn("traces cannot be sent lost={} type={}", lost, type(why));
      told = now;
      lost = 0;
    }
  }

  /** What lies at the bottom; without a cause it is the collector that said no. */
  private static String type(@Nullable Throwable why) {
    Throwable root = why;
    while (root != null && root.getCause() != null) {
      root = root.getCause();
    }
    return root == null ? "refused" : root.getClass().getName();
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
