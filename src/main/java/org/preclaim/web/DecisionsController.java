package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.preclaim.answer.BatchJson;
import org.preclaim.answer.DecisionJson;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Door;
import org.preclaim.desk.KeyedAnswer;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;
import org.preclaim.journal.chain.Sender;
import org.preclaim.problem.Problem;
import org.preclaim.web.refusal.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** One encounter in, its decision out. */
@RestController
class DecisionsController {

  /** The most that a single encounter may take: far above the largest claim X12 allows. */
  static final long BODY_BYTES_MAX = 1 << 20;

  private static final String BODY = "body";
  private static final String INSTEAD = "/v1/decisions/batch takes encounters of any number";

  private final Desk desk;

  DecisionsController(Desk desk) {
    this.desk = desk;
  }

  @PostMapping(path = "/v1/decisions", consumes = MediaTypes.JSON, produces = MediaTypes.JSON)
  ResponseEntity<byte[]> decideJson(HttpServletRequest request) throws IOException {
    return answer(request, (at, body, notices) -> admitted(at.admitJson(body, BODY)));
  }

  @PostMapping(path = "/v1/decisions", consumes = MediaTypes.X12, produces = MediaTypes.JSON)
  ResponseEntity<byte[]> decideClaim(HttpServletRequest request) throws IOException {
    return answer(request, DecisionsController::soleClaim);
  }

  /**
   * Reads the one encounter of a body, and adds to {@code notices} what was odd about it; throws
   * {@link Refusal} where it is none.
   */
  private interface Admitting {
    Encounter from(Desk at, InputStream body, List<Problem> notices) throws IOException;
  }

  private ResponseEntity<byte[]> answer(HttpServletRequest request, Admitting admitting)
      throws IOException {
    MediaTypes.requirePlainUtf8(request);
    Trace trace = Parameters.trace(request);
    String key = IdempotencyKey.of(request);
    Sender sender = Door.HTTP.by(Callers.of(request));
    InputStream body = LimitedBody.of(request, BODY_BYTES_MAX, INSTEAD);
    // Read in the words of the release that decides, also when another one is put in force now.
    Desk at = desk.pinned();
    List<Problem> notices = new ArrayList<>();
    if (key != null) {
      byte[] bytes = body.readAllBytes();
      Supplier<Encounter> admitted = () -> encounter(at, bytes, admitting, notices);
      KeyedAnswer answer = at.decideOnce(key, bytes, admitted, sender);
      return told(answer, notices, () -> noticed(at, bytes, admitting), trace);
    }
    IssuedDecision issued = at.decide(admitting.from(at, body, notices), sender);
    return JsonBody.of(BatchJson.noticed(DecisionJson.line(issued, trace), notices));
  }

  private static ResponseEntity<byte[]> told(
      KeyedAnswer answer, List<Problem> notices, Supplier<List<Problem>> again, Trace trace) {
    if (answer instanceof KeyedAnswer.Decided decided) {
      return JsonBody.of(BatchJson.noticed(DecisionJson.line(decided.issued(), trace), notices));
    }
    if (answer instanceof KeyedAnswer.Repeated repeated) {
      return JsonBody.repeated(BatchJson.noticed(repeated.stored().answer(trace), again.get()));
    }
    throw new Refusal(
        answer instanceof KeyedAnswer.OtherBody
            ? CallProblems.otherBody()
            : CallProblems.stillRunning());
  }

  private static Encounter encounter(
      Desk at, byte[] body, Admitting admitting, List<Problem> notices) {
    try {
      return admitting.from(at, new ByteArrayInputStream(body), notices);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  /** What was odd about a body that was decided before: the journal has its decision only. */
  private static List<Problem> noticed(Desk at, byte[] body, Admitting admitting) {
    List<Problem> notices = new ArrayList<>();
    try {
      encounter(at, body, admitting, notices);
    } catch (Refusal nowRefused) {
      // It was read by another version or release, and its decision stands.
    }
    return notices;
  }

  private static Encounter soleClaim(Desk at, InputStream body, List<Problem> notices)
      throws IOException {
    SoleClaim sole = new SoleClaim();
    try (Admissions admissions = at.admitClaims(body)) {
      admissions.forEachRemaining(sole::see);
    }
    notices.addAll(sole.notices());
    return admitted(sole.admission());
  }

  private static Encounter admitted(Admission admission) {
    if (admission instanceof Admission.Refused refused) {
      int status = HttpStatus.BAD_REQUEST.value();
      throw new Refusal(ProblemAnswer.refused(refused, status));
    }
    return ((Admission.Admitted) admission).encounter();
  }
}
