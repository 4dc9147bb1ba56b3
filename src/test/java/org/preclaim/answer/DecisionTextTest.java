package org.preclaim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.preclaim.answer.DecisionText.Colour;
import org.preclaim.decision.Check;
import org.preclaim.decision.CodeSuggestion.Action;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning.Severity;
import org.preclaim.decision.Outcome;
import org.preclaim.encounter.Encounter;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.intake.Admission.Refused;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

class DecisionTextTest {

  @Test
  void report_withEverything_isTheGoldenFile() {
    String report = report(Colour.NONE);
    GoldenFile.assertSame("answer/report.txt", report);
    assertThat(report.lines()).allMatch(line -> line.length() <= TextPage.WIDTH);
  }

  @Test
  void colouredReport_withoutItsEscapes_isThePlainOne() {
    String coloured = report(Colour.ANSI);
    assertThat(coloured).contains("\u001b[1;31mDENY\u001b[0m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(report(Colour.NONE));
  }

  @Test
  void controlCharacters_inAnId_neverReachTheTerminal() {
    Encounter encounter = Answers.encounter("E-\u001b[2J\n1");
    Decision decision = Answers.decision("E-\u001b[2J\n1", Outcome.CLEAN, List.of(), List.of());
    assertThat(new DecisionText(Colour.NONE).encounter(encounter, decision))
        .isEqualTo("E-?[2J 1: CLEAN\n\n");
  }

  private static String report(Colour colour) {
    DecisionText text = new DecisionText(colour);
    DecisionTally tally = new DecisionTally();
    StringBuilder report = new StringBuilder();
    Encounter warned = Answers.encounter("E-1001", "50430-LT 1240.00", "50706-LT 2310.00");
    Decision contract = Answers.contract().decision();
    tally.add(warned, contract);
    report.append(text.encounter(warned, contract));

    Encounter both = Answers.encounter("E-1002", "50431-RT 10.00", "50706 20.00");
    Decision incomplete = incomplete();
    tally.add(both, incomplete);
    report.append(text.encounter(both, incomplete));

    Encounter clean = Answers.encounter("E-1003", "50431");
    Decision nothing = Answers.decision("E-1003", Outcome.CLEAN, List.of(), List.of());
    tally.add(clean, nothing);
    report.append(text.encounter(clean, nothing));

    tally.addRefused();
    return report.append(text.refused(refused())).append(text.summary(tally)).toString();
  }

  private static Decision incomplete() {
    return Answers.decision(
        "E-1002",
        Outcome.INCOMPLETE,
        List.of(
            Answers.warning(Severity.RISK, "20.00", 1, 2, 1),
            Answers.warning(Severity.INFO, null, 0)),
        List.of(
            Answers.suggestion(Action.ADD, null, "2"),
            Answers.suggestion(Action.REMOVE, 2, "1"),
            Answers.suggestion(Action.MODIFY, 1, "0.50")),
        new Check("add-on", Check.State.APPLIED, null),
        new Check("age", Check.State.NOT_APPLICABLE, null),
        new Check("bilateral", Check.State.ERROR, "a rule of the family failed"),
        new Check("code-selection", Check.State.NOT_APPLICABLE, "no procedures were sent"),
        new Check("medical-necessity", Check.State.NO_DATA, "no diagnoses were sent"),
        new Check("ncci-ptp", Check.State.SKIPPED, null));
  }

  private static Refused refused() {
    return new Refused(
        null,
        List.of(
            new Problem(
                new Place.JsonLine("morning.ndjson", 4, "/lines/0/code"),
                "JSON-CODE-NOT-TEXT",
                "`50431` is a number: expected a procedure code as text, because a number loses its"
                    + " leading zeros",
                "put it in quotes"),
            new Problem(
                new Place.JsonLine("morning.ndjson", 4, "/id"),
                "JSON-MISSING-FIELD",
                "`id` is missing")));
  }
}
