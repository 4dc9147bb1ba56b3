package org.preclaim.answer.fhir;

import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.ClaimResponse.ClaimResponseStatus;
import org.hl7.fhir.r4.model.ClaimResponse.Use;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.preclaim.intake.fhir.ClaimHead;

/** The beginning of every ClaimResponse: what it repeats of its claim. */
final class AnswerHead {

  private AnswerHead() {}

  static ClaimResponse of(ClaimHead head) {
    ClaimResponse response = new ClaimResponse();
    response.setStatus(ClaimResponseStatus.ACTIVE);
    response.setType(Names.concept(Names.CLAIM_TYPE, head.type()));
    response.setUse(Use.fromCode(head.use()));
    response.setPatient(reference(head.patient(), "the patient of the claim"));
    response.setInsurer(reference(head.insurer(), "the insurer of the claim"));
    if (head.request() != null) {
      response.setRequest(new Reference(head.request()));
    }
    return response;
  }

  /** The reference of the claim; where that leads into the claim, words instead. */
  private static Reference reference(@Nullable String sent, String words) {
    return sent == null ? new Reference().setDisplay(words) : new Reference(sent);
  }
}
