package org.preclaim.answer.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.ClaimResponse.AdjudicationComponent;
import org.hl7.fhir.r4.model.ClaimResponse.RemittanceOutcome;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Money;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.CodeSuggestion;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.decision.Outcome;
import org.preclaim.intake.fhir.FhirModel;
import org.preclaim.intake.fhir.Submission;

/** The answer to a claim that was decided, as a ClaimResponse. */
public final class ClaimAnswer {

  private final Submission.Admitted submitted;
  private final IssuedDecision issued;
  private final ClaimResponse response;
  private final Notes notes;
  private final Map<Integer, AnsweredLine> lines = new HashMap<>();

  private ClaimAnswer(Submission.Admitted submitted, IssuedDecision issued) {
    this.submitted = submitted;
    this.issued = issued;
    this.response = AnswerHead.of(submitted.head());
    this.notes = new Notes(response, issued.decision().release().name());
  }

  /** The ClaimResponse as JSON on one line. */
  public static String json(Submission.Admitted submitted, IssuedDecision issued) {
    return FhirModel.json(new ClaimAnswer(submitted, issued).response());
  }

  private ClaimResponse response() {
    Decision decision = issued.decision();
    response.setId(issued.decisionId());
    response.addIdentifier(
        new Identifier().setSystem(Names.DECISION_ID).setValue(issued.decisionId()));
    response.setCreatedElement(
        new DateTimeType(
            Date.from(issued.decidedAt()),
            TemporalPrecisionEnum.MILLI,
            TimeZone.getTimeZone("UTC")));
    boolean partial = submitted.isPartial() || decision.outcome() == Outcome.INCOMPLETE;
    response.setOutcome(partial ? RemittanceOutcome.PARTIAL : RemittanceOutcome.COMPLETE);
    response.setDisposition(disposition(decision));
    response.addExtension(Extensions.release(decision));
    Extensions.checks(decision).forEach(response::addExtension);
    new AnsweredItems(response, notes, lines).add(submitted.items());
    decision.warnings().forEach(this::warn);
    decision.suggestions().forEach(this::suggest);
    notes.addAll(submitted.notices().problems());
    lines.values().forEach(ClaimAnswer::nothingElse);
    return response;
  }

  private String disposition(Decision decision) {
    return "outcome "
        + decision.outcome().word()
        + (submitted.isPartial() ? "; items whose codes are not read were not checked" : "")
        + "; nothing is paid, authorised or promised by this answer";
  }

  /** Lines at risk are adjudicated; the lines that they conflict with only get the note. */
  private void warn(DenialWarning warning) {
    int note = notes.add(warning.message(), warning.policy());
    List<Integer> atRisk = new ArrayList<>(warning.linesAtRisk());
    for (Integer number : warning.lines()) {
      AnsweredLine line = lines.get(number);
      if (line != null) {
        Notes.list(line.notes(), note);
      }
    }
    for (Integer number : atRisk) {
      AnsweredLine line = lines.get(number);
      if (line != null) {
        line.adjudication().add(adjudication(warning, atRisk.size() == 1));
      }
    }
    if (atRisk.stream().noneMatch(lines::containsKey)) {
      response.addAdjudication(adjudication(warning, true));
    }
  }

  private static AdjudicationComponent adjudication(DenialWarning warning, boolean alone) {
    AdjudicationComponent adjudication = new AdjudicationComponent();
    adjudication.setCategory(Names.concept(Names.ADJUDICATION, warning.severity().word()));
    DenialWarning.Remittance expect = warning.expect();
    if (expect != null) {
      adjudication.setReason(Names.concept(Names.CARC, expect.carc()));
    }
    adjudication.getReason().setText(warning.message());
    org.preclaim.encounter.@Nullable Money charge = warning.chargeAtRisk();
    if (charge != null && alone) {
      // Of several lines together only the sum is known.
      adjudication.setAmount(new Money().setValue(charge.amount()).setCurrency("USD"));
    }
    adjudication.addExtension(Extensions.finding(warning));
    return adjudication;
  }

  private void suggest(CodeSuggestion suggestion) {
    int note = notes.add(suggestion.message(), suggestion.policy());
    Integer number = suggestion.line();
    AnsweredLine line = number == null ? null : lines.get(number);
    if (line == null) {
      response.addExtension(Extensions.suggestion(suggestion));
    } else {
      Notes.list(line.notes(), note);
      line.element().addExtension(Extensions.suggestion(suggestion));
    }
  }

  /** Every line has an adjudication: that there is no warning is said, not left to be guessed. */
  private static void nothingElse(AnsweredLine line) {
    if (line.adjudication().isEmpty()) {
      line.adjudication()
          .add(
              new AdjudicationComponent()
                  .setCategory(Names.concept(Names.ADJUDICATION, AnsweredItems.NO_WARNING)));
    }
  }
}
