package org.preclaim.web.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.preclaim.decision.CodeSuggestion;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;
import org.preclaim.decision.Outcome;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Watcher;
import org.springframework.stereotype.Component;

/**
 * Counts decisions by outcome and findings by policy, and times the engine. A release may hold more
 * policies than a metrics store bears as series: those that turn up after {@value #SERIES_MAX}
 * others are counted together.
 */
@Component
final class DecisionMeters implements Watcher {

  private static final int SERIES_MAX = 2_000;
  private static final String SUGGESTION = "suggestion";
  private static final String OTHER = "other";

  private final MeterRegistry registry;
  private final Timer engine;
  private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
  private final Map<Series, Counter> findings = new ConcurrentHashMap<>();

  /** What findings are told apart by. */
  private record Series(String policy, String kind, String severity) {}

  DecisionMeters(Desk desk, MeterRegistry registry) {
    this.registry = registry;
    this.engine =
        Timer.builder("preclaim.decision")
            .description("time that the engine takes for one encounter")
            .publishPercentileHistogram()
            .register(registry);
    for (Outcome outcome : Outcome.values()) {
      Counter counter =
          Counter.builder("preclaim.decisions")
              .description("decisions by outcome")
              .tag("outcome", outcome.word())
              .register(registry);
      outcomes.put(outcome, counter);
    }
    desk.tell(this);
  }

  @Override
  public void decided(Decision decision, long nanos) {
    engine.record(nanos, TimeUnit.NANOSECONDS);
    Objects.requireNonNull(outcomes.get(decision.outcome())).increment();
    for (DenialWarning warning : decision.warnings()) {
      count(new Series(warning.policy().id(), warning.kind(), warning.severity().word()));
    }
    for (CodeSuggestion suggestion : decision.suggestions()) {
      count(new Series(suggestion.policy().id(), SUGGESTION, suggestion.action().word()));
    }
  }

  private void count(Series series) {
    Counter known = findings.get(series);
    if (known == null) {
      Series bounded = findings.size() < SERIES_MAX ? series : new Series(OTHER, OTHER, OTHER);
      known = findings.computeIfAbsent(bounded, this::counter);
    }
    known.increment();
  }

  private Counter counter(Series series) {
    return Counter.builder("preclaim.findings")
        .description("findings by policy; of a suggestion the severity is its action")
        .tag("policy", series.policy())
        .tag("kind", series.kind())
        .tag("severity", series.severity())
        .register(registry);
  }
}
