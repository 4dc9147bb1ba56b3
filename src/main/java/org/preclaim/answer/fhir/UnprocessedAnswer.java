package org.preclaim.answer.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.ClaimResponse.RemittanceOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.preclaim.intake.fhir.FhirModel;
import org.preclaim.intake.fhir.Submission;
import org.preclaim.problem.Problem;

/** The answer to a good claim of a kind that is not decided: a ClaimResponse that says why not. */
public final class UnprocessedAnswer {

  private UnprocessedAnswer() {}

  /**
   * The ClaimResponse as JSON on one line.
   *
   * @param id of the answer; nothing is kept under it
   * @param at when it was given
   */
  public static String json(Submission.NotProcessed submitted, String id, Instant at) {
    ClaimResponse response = AnswerHead.of(submitted.head());
    response.setId(id);
    response.setCreatedElement(
        new DateTimeType(Date.from(at), TemporalPrecisionEnum.MILLI, TimeZone.getTimeZone("UTC")));
    response.setOutcome(RemittanceOutcome.ERROR);
    response.setDisposition("the claim was not processed");
    for (Problem problem : submitted.problems()) {
      CodeableConcept code = Names.concept(Names.PROBLEM, problem.code());
      code.setText(problem.place() + ": " + problem.message());
      response.addError().setCode(code);
    }
    return FhirModel.json(response);
  }
}
