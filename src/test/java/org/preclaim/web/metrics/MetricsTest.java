package org.preclaim.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.RunningService;
import org.preclaim.fixtures.SampleDesk;

class MetricsTest {

  private final RunningService service = RunningService.only();

  @Test
  void decision_withAFinding_isCountedByOutcomeAndPolicy() throws Exception {
    double decisions = value("preclaim_decisions_total\\{outcome=\"warnings\"}");
    double findings =
        value(
            "preclaim_findings_total\\{kind=\"[a-z-]+\",policy=\"SAMPLE-001\",severity=\"deny\"}");
    double timed = value("preclaim_decision_seconds_count");

    service.post("/v1/decisions", "application/json", SampleDesk.DENIED);

    assertThat(value("preclaim_decisions_total\\{outcome=\"warnings\"}")).isEqualTo(decisions + 1);
    assertThat(
            value(
                "preclaim_findings_total\\{kind=\"[a-z-]+\",policy=\"SAMPLE-001\",severity=\"deny\"}"))
        .isEqualTo(findings + 1);
    assertThat(value("preclaim_decision_seconds_count")).isGreaterThan(timed);
  }

  @Test
  void state_told_namesReleaseAndBacklogAndNothingOfEncounters() throws Exception {
    service.post("/v1/decisions", "application/json", SampleDesk.DENIED);
    String id = service.get("/v1/reference").body().isEmpty() ? "" : "sha256:";

    String told = scrape();

    assertThat(told).contains("preclaim_release{id=\"" + id, "preclaim_journal_waiting ");
    assertThat(value("preclaim_journal_lag_seconds")).isNotNegative();
    assertThat(told).doesNotContain("E-DENIED", "p-77", "99999");
  }

  /** The first value of this series; 0 where there is none yet. */
  private double value(String series) throws IOException, InterruptedException {
    Matcher lines = Pattern.compile("^" + series + " (\\S+)$", Pattern.MULTILINE).matcher(scrape());
    return lines.results().map(MatchResult::group).findFirst().isEmpty()
        ? 0
        : Double.parseDouble(last(lines));
  }

  private static String last(Matcher lines) {
    lines.reset();
    lines.find();
    return lines.group(1);
  }

  private String scrape() throws IOException, InterruptedException {
    HttpResponse<String> answer = service.get("/actuator/prometheus");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
