package org.preclaim.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.ConnectException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.LoggedLines;

class LostSpansTest {

  private final AtomicLong nanos = new AtomicLong(-5);
  private CompletableResultCode next = CompletableResultCode.ofSuccess();

  /** Does what the test says. */
  private final SpanExporter scripted =
      new SpanExporter() {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
          return next;
        }

        @Override
        public CompletableResultCode flush() {
          return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
          return CompletableResultCode.ofSuccess();
        }
      };

  private final LostSpans lost = new LostSpans(scripted, nanos::get);

  @Test
  void export_thatSucceeds_isNotMentioned() {
    assertThat(linesOf(() -> export(3))).isEmpty();
  }

  @Test
  void export_thatFailsAgainAndAgain_isOneLineInTenMinutesThatCounts() {
    next = CompletableResultCode.ofExceptionalFailure(new Exception(new ConnectException("no")));

    assertThat(
            linesOf(
                () -> {
                  for (int i = 0; i < 100; i++) {
                    export(3);
                  }
                }))
        .containsExactly("WARN traces cannot be sent lost=3 type=java.net.ConnectException");

    nanos.addAndGet(LostSpans.SILENCE.toNanos());
    next = CompletableResultCode.ofFailure();
    assertThat(linesOf(() -> export(1)))
        .containsExactly("WARN traces cannot be sent lost=298 type=refused");
  }

  @Test
  void export_thatFailsLater_isToldThen() {
    next = new CompletableResultCode();

    assertThat(linesOf(() -> export(2))).isEmpty();
    assertThat(linesOf(() -> next.fail())).hasSize(1);
  }

  private void export(int spans) {
    lost.export(Collections.nCopies(spans, null));
  }

  private static List<String> linesOf(Runnable act) {
    try (LoggedLines log = LoggedLines.of(LostSpans.class.getName())) {
      act.run();
      return log.lines();
    }
  }
}
