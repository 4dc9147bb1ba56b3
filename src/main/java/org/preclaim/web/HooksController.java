package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.preclaim.answer.CardsJson;
import org.preclaim.answer.FeedbackJson;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Door;
import org.preclaim.intake.fhir.ClaimUse;
import org.preclaim.intake.fhir.Submission;
import org.preclaim.intake.hook.Feedback;
import org.preclaim.intake.hook.HookCall;
import org.preclaim.intake.hook.HookIntake;
import org.preclaim.intake.hook.HookProblemCode;
import org.preclaim.intake.hook.HookReading;
import org.preclaim.problem.Problem;
import org.preclaim.problem.Told;
import org.preclaim.web.refusal.Refusal;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** CDS Hooks 2.0: what the service is for, the cards it gives, and what became of them. */
@RestController
class HooksController {

  private static final Resource SERVICES = new ClassPathResource("cds-services.json");
  private static final String HOOK = "encounter-discharge";
  private static final String SERVICE = "/cds-services/preclaim-claim-check";

  private final Desk desk;

  HooksController(Desk desk) {
    this.desk = desk;
  }

  @GetMapping(path = "/cds-services", produces = MediaTypes.JSON)
  ResponseEntity<Resource> services() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(SERVICES);
  }

  @PostMapping(path = SERVICE, consumes = MediaTypes.JSON, produces = MediaTypes.JSON)
  ResponseEntity<byte[]> cards(HttpServletRequest request) throws IOException {
    HookCall call = call(body(request));
    Desk at = desk.pinned();
    Submission submission =
        at.admitFhir(call.bundle().getBytes(StandardCharsets.UTF_8), "body", ClaimUse.ANY);
    if (submission instanceof Submission.Admitted admitted) {
      IssuedDecision issued = at.decide(admitted.encounter(), Door.HOOK.by(Callers.of(request)));
      return JsonBody.of(CardsJson.line(issued, link(issued)));
    }
    Told told =
        submission instanceof Submission.NotProcessed unprocessed
            ? unprocessed.told()
            : ((Submission.Refused) submission).told();
    throw refused(told.map(call::inCall));
  }

  @PostMapping(path = SERVICE + "/feedback", consumes = MediaTypes.JSON)
  ResponseEntity<Void> feedback(HttpServletRequest request) throws IOException {
    List<Problem> problems = new ArrayList<>();
    List<Feedback> told = Feedback.read(body(request), problems);
    if (!problems.isEmpty()) {
      throw refused(HookIntake.told(problems));
    }
    desk.noteFeedback(FeedbackJson.line(told), Door.HOOK.by(Callers.of(request)));
    return ResponseEntity.ok().build();
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    MediaTypes.requirePlainUtf8(request);
    return LimitedBody.of(request, DecisionsController.BODY_BYTES_MAX).readAllBytes();
  }

  private static HookCall call(byte[] body) {
    HookReading reading = HookIntake.read(body, HOOK);
    if (reading instanceof HookReading.Refused refused) {
      throw refused(HookIntake.told(refused.problems()));
    }
    return ((HookReading.Read) reading).call();
  }

  private static String link(IssuedDecision issued) {
    return ServletUriComponentsBuilder.fromCurrentContextPath()
        .path("/v1/decisions/{id}")
        .build(issued.decisionId())
        .toString();
  }

  /** The standard's 412 says that the client must send more; anything else is a bad request. */
  private static Refusal refused(Told told) {
    boolean missing =
        told.problems().stream()
            .anyMatch(each -> each.code().equals(HookProblemCode.NO_CLAIM.code()));
    HttpStatus status = missing ? HttpStatus.PRECONDITION_FAILED : HttpStatus.BAD_REQUEST;
    return new Refusal(
        new ProblemAnswer(
            "unusable-hook-call",
            "the call of the hook cannot be answered",
            status.value(),
            told.found(),
            told.problems()));
  }
}
