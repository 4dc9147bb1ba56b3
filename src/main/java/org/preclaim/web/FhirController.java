package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.answer.DecisionReading;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.answer.fhir.CapabilityAnswer;
import org.preclaim.answer.fhir.ClaimAnswer;
import org.preclaim.answer.fhir.Definitions;
import org.preclaim.answer.fhir.UnprocessedAnswer;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Door;
import org.preclaim.desk.KeyedAnswer;
import org.preclaim.intake.Admission;
import org.preclaim.intake.fhir.ClaimUse;
import org.preclaim.intake.fhir.Submission;
import org.preclaim.journal.chain.Sender;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** FHIR R4: a claim in, its ClaimResponse out; what the service can do, and what its words mean. */
@RestController
class FhirController {

  private final Desk desk;

  FhirController(Desk desk) {
    this.desk = desk;
  }

  @PostMapping(
      path = "/fhir/Claim/$submit",
      consumes = {MediaTypes.FHIR, MediaTypes.JSON})
  ResponseEntity<byte[]> submit(HttpServletRequest request) throws IOException {
    MediaTypes.requirePlainUtf8(request);
    MediaType type = FhirFormat.of(request);
    String key = IdempotencyKey.of(request);
    byte[] body = LimitedBody.of(request, DecisionsController.BODY_BYTES_MAX).readAllBytes();
    Desk at = desk.pinned();
    Submission submission = at.admitFhir(body, "body", ClaimUse.PREDETERMINATION);
    if (submission instanceof Submission.Admitted admitted) {
      return answer(at, admitted, key, body, Door.FHIR.by(Callers.of(request)), type);
    }
    if (submission instanceof Submission.NotProcessed unprocessed) {
      return FhirBody.of(UnprocessedAnswer.json(unprocessed, desk.nextId(), desk.now()), type);
    }
    Submission.Refused refused = (Submission.Refused) submission;
    throw new Refusal(
        ProblemAnswer.refused(
            new Admission.Refused(refused.name(), refused.told()), HttpStatus.BAD_REQUEST.value()));
  }

  private ResponseEntity<byte[]> answer(
      Desk at,
      Submission.Admitted admitted,
      @Nullable String key,
      byte[] body,
      Sender sender,
      MediaType type) {
    if (key == null) {
      IssuedDecision issued = at.decide(admitted.encounter(), sender);
      return FhirBody.of(ClaimAnswer.json(admitted, issued), type);
    }
    KeyedAnswer answer = at.decideOnce(key, body, admitted::encounter, sender);
    if (answer instanceof KeyedAnswer.Decided decided) {
      return FhirBody.of(ClaimAnswer.json(admitted, decided.issued()), type);
    }
    if (answer instanceof KeyedAnswer.Repeated repeated) {
      IssuedDecision issued =
          DecisionReading.of(repeated.stored().answer(Trace.LEFT_OUT), admitted.head().name());
      return FhirBody.repeated(ClaimAnswer.json(admitted, issued), type);
    }
    throw new Refusal(
        answer instanceof KeyedAnswer.OtherBody
            ? CallProblems.otherBody()
            : CallProblems.stillRunning());
  }

  @GetMapping("/fhir/metadata")
  ResponseEntity<byte[]> metadata(HttpServletRequest request) {
    MediaType type = FhirFormat.of(request);
    String built = FhirController.class.getPackage().getImplementationVersion();
    return FhirBody.of(CapabilityAnswer.json(built == null ? "not built as a jar" : built), type);
  }

  @GetMapping("/fhir/StructureDefinition/{id}")
  ResponseEntity<byte[]> structure(HttpServletRequest request, @PathVariable("id") String id) {
    MediaType type = FhirFormat.of(request);
    return found(Definitions.structure(id), type);
  }

  @GetMapping("/fhir/CodeSystem/{id}")
  ResponseEntity<byte[]> codes(HttpServletRequest request, @PathVariable("id") String id) {
    MediaType type = FhirFormat.of(request);
    return found(Definitions.codes(id, desk.policies().vocabulary()), type);
  }

  private static ResponseEntity<byte[]> found(Optional<String> definition, MediaType type) {
    return definition
        .map(each -> FhirBody.of(each, type))
        .orElseThrow(() -> new Refusal(HttpProblems.notFound()));
  }
}
