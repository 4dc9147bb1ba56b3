package org.preclaim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preclaim.decision.DenialWarning.Severity;
import org.preclaim.decision.Outcome;
import org.preclaim.intake.Admission.Refused;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

class ProblemJsonTest {

  private static final Refused REFUSED =
      new Refused(
          "E-1",
          List.of(
              new Problem(
                  new Place.JsonPointer("/lines/0/units"),
                  "JSON-BAD-DECIMAL",
                  "`one` is not a decimal number",
                  "send `1`"),
              new Problem(new Place.JsonLine("-", 3, ""), "JSON-WRONG-TYPE", "expected an object"),
              new Problem(
                  new Place.TextPosition("-", 3, 7), "JSON-SYNTAX", "`}` cannot stand here")));

  private static final String BODY =
      "\"type\":\"urn:preclaim:problem:unreadable-encounter\","
          + "\"title\":\"the encounter cannot be read\",\"status\":422,"
          + "\"detail\":\"3 problems were found\",\"errors\":["
          + "{\"pointer\":\"/lines/0/units\",\"code\":\"JSON-BAD-DECIMAL\","
          + "\"detail\":\"`one` is not a decimal number\",\"help\":\"send `1`\"},"
          + "{\"pointer\":\"\",\"code\":\"JSON-WRONG-TYPE\",\"detail\":\"expected an object\"},"
          + "{\"place\":\"-:3:7\",\"code\":\"JSON-SYNTAX\",\"detail\":\"`}` cannot stand here\"}]";

  @Test
  void refusedEncounter_written_hasAllItsProblems() {
    assertThat(ProblemJson.line(ProblemAnswer.refused(REFUSED, 422))).isEqualTo("{" + BODY + "}");
  }

  @Test
  void problemWithoutErrors_written_hasAnEmptyList() {
    ProblemAnswer answer = new ProblemAnswer("not-found", "not found", 404, "no such", List.of());
    assertThat(ProblemJson.line(answer))
        .isEqualTo(
            "{\"type\":\"urn:preclaim:problem:not-found\",\"title\":\"not found\",\"status\":404,"
                + "\"detail\":\"no such\",\"errors\":[]}");
  }

  @Test
  void errorLine_written_namesLineAndEncounterWhereKnown() {
    ProblemAnswer answer = ProblemAnswer.refused(REFUSED, 422);
    assertThat(BatchJson.error(answer, 3L, "E-1"))
        .isEqualTo("{\"error\":{" + BODY + "},\"line\":3,\"encounterId\":\"E-1\"}");
    assertThat(BatchJson.error(answer, null, null)).isEqualTo("{\"error\":{" + BODY + "}}");
  }

  @Test
  void summaryLine_written_hasEveryOutcome() {
    DecisionTally tally = new DecisionTally();
    tally.addRefused();
    tally.add(
        Answers.encounter("E-1", "50431 10.00", "50706 2310.00"),
        Answers.decision("E-1", Outcome.WARNINGS, List.of(Answers.addOn()), List.of()));
    assertThat(BatchJson.summary(tally))
        .isEqualTo(
            "{\"summary\":{\"encounters\":1,\"refused\":1,\"outcomes\":{\"clean\":0,"
                + "\"suggestions\":0,\"warnings\":1,\"incomplete\":0},"
                + "\"chargeAtRisk\":\"2310.00\","
                + "\"policies\":[{\"id\":\"ADD-50706\",\"findings\":1}]}}");
  }

  @Test
  void lineWithSeveralWarnings_counted_isAtRiskOnce() {
    DecisionTally tally = new DecisionTally();
    tally.add(
        Answers.encounter("E-1", "50431 10.00", "50706 2310.00", "74400 5.00", "50684"),
        Answers.decision(
            "E-1",
            Outcome.WARNINGS,
            List.of(
                Answers.addOn(),
                Answers.warning(Severity.DENY, "2310.00", 1, 2, 1),
                Answers.warning(Severity.RISK, "2315.00", 3, 2, 4, 3, 1),
                Answers.warning(Severity.INFO, "10.00", 1, 1),
                Answers.warning(Severity.DENY, null, 1, 4, 1)),
            List.of()));
    assertThat(tally.chargeAtRisk()).hasToString("2315.00");
  }

  @Test
  void policies_counted_comeMostFrequentFirstThenById() {
    DecisionTally tally = new DecisionTally();
    tally.add(
        Answers.encounter("E-1", "50431"),
        Answers.decision(
            "E-1",
            Outcome.WARNINGS,
            List.of(Answers.addOn(), Answers.warning(Severity.RISK, null, 1, 1)),
            List.of(Answers.replacement(), Answers.replacement())));
    assertThat(tally.mostFrequentPolicies())
        .extracting(DecisionTally.PolicyCount::id)
        .containsExactly("SEL-002", "ADD-50706", "BIL-001");
  }
}
