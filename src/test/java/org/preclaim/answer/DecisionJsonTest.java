package org.preclaim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.decision.CodeSuggestion.Action;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning.Severity;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.decision.Outcome;
import org.preclaim.fixtures.GoldenFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DecisionJsonTest {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  @Test
  void contractDecision_written_isTheContractsExample() {
    JsonNode example = MAPPER.readTree(GoldenFile.text("answer/contract.json"));
    // Not only equal trees: the names' order is part of the contract, and toString() shows it.
    assertThat(DecisionJson.line(Answers.contract(), Trace.LEFT_OUT)).isEqualTo(sorted(example));
  }

  @Test
  void trace_askedFor_isLast() {
    String plain = DecisionJson.line(Answers.contract(), Trace.LEFT_OUT);
    assertThat(DecisionJson.line(Answers.contract(), Trace.INCLUDED))
        .isEqualTo(
            plain.substring(0, plain.length() - 1)
                + ",\"trace\":[{\"policy\":\"ADD-50706\",\"rule\":\"ADD-50706 needs a primary\","
                + "\"facts\":[\"line 2 (50706)\"],"
                + "\"states\":\"deny add-on-without-primary, line 2 (50706)\"}]}");
  }

  @Test
  void decisionAlone_written_hasNeitherIdNorTime() {
    IssuedDecision issued = Answers.contract();
    assertThat(DecisionJson.line(issued.decision(), Trace.INCLUDED))
        .startsWith("{\"encounterId\":\"E-1001\",\"release\":{")
        .doesNotContain(issued.decisionId(), "decidedAt");
  }

  @Test
  void absentParts_written_areLeftOut() {
    Decision decision =
        Answers.decision(
            "E-1",
            Outcome.WARNINGS,
            List.of(Answers.warning(Severity.RISK, null, 2, 1, 2)),
            List.of(Answers.suggestion(Action.ADD, null, "1")));
    assertThat(DecisionJson.line(decision, Trace.LEFT_OUT))
        .contains("\"reference\":{}", "\"action\":\"add\",\"code\":\"50431\"")
        .contains(
            "\"policy\":{\"id\":\"BIL-001\",\"file\":\"rules/bilateral.drl\",\"line\":12,"
                + "\"citation\":\"\"}")
        .doesNotContain("null", "expect", "chargeAtRisk", "linesAtRisk", "\"cell\"");
  }

  @Test
  void linesOfAConflict_written_tellWhichAreAtRisk() {
    Decision decision =
        Answers.decision(
            "E-1",
            Outcome.WARNINGS,
            List.of(Answers.warning(Severity.DENY, "2310.00", 1, 2, 1)),
            List.of());
    assertThat(DecisionJson.line(decision, Trace.LEFT_OUT))
        .contains("\"lines\":[2,1],\"linesAtRisk\":[2],\"codes\":");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1.0, 1",
    "0.50, 0.5",
    "100, 100",
    "1E+3, 1000",
    "0.000, 0",
    "12.125, 12.125"
  })
  void units_written_arePlainDigits(String given, String written) {
    Decision decision =
        Answers.decision(
            "E-1",
            Outcome.SUGGESTIONS,
            List.of(),
            List.of(Answers.suggestion(Action.MODIFY, 1, given)));
    assertThat(DecisionJson.line(decision, Trace.LEFT_OUT))
        .contains("\"units\":\"" + written + "\"");
  }

  /** The example's text without blanks; the one map in it has its keys sorted. */
  private static String sorted(JsonNode example) {
    String text = example.toString();
    String ptp = "\"ncci-ptp-practitioner\":\"2024-07-01\"";
    String mue = "\"ncci-mue-practitioner\":\"2024-07-01\"";
    assertThat(text).contains(ptp + "," + mue);
    return text.replace(ptp + "," + mue, mue + "," + ptp);
  }
}
