package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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

  private final Desk desk;

  DecisionsController(Desk desk) {
    this.desk = desk;
  }

  @PostMapping(path = "/v1/decisions", consumes = MediaTypes.JSON, produces = MediaTypes.JSON)
  ResponseEntity<byte[]> decideJson(HttpServletRequest request) throws IOException {
    return answer(request, (body, notices) -> admitted(desk.admitJson(body, BODY)));
  }

  @PostMapping(path = "/v1/decisions", consumes = MediaTypes.X12, produces = MediaTypes.JSON)
  ResponseEntity<byte[]> decideClaim(HttpServletRequest request) throws IOException {
    return answer(request, this::soleClaim);
  }

  /**
   * Reads the one encounter of a body, and adds to {@code notices} what was odd about it; throws
   * {@link Refusal} where it is none.
   */
  private interface Admitting {
    Encounter from(InputStream body, List<Problem> notices) throws IOException;
  }

  private ResponseEntity<byte[]> answer(HttpServletRequest request, Admitting admitting)
      throws IOException {
    MediaTypes.requirePlainUtf8(request);
    Trace trace = Parameters.trace(request);
    String key = IdempotencyKey.of(request);
    Sender sender = Door.HTTP.by(Callers.of(request));
    InputStream body = LimitedBody.of(request, BODY_BYTES_MAX);
    if (key != null) {
      return answerOnce(key, body.readAllBytes(), admitting, trace, sender);
    }
    List<Problem> notices = new ArrayList<>();
    IssuedDecision issued = desk.decide(admitting.from(body, notices), sender);
    return JsonBody.of(BatchJson.noticed(DecisionJson.line(issued, trace), notices));
  }

  private ResponseEntity<byte[]> answerOnce(
      String key, byte[] body, Admitting admitting, Trace trace, Sender sender) {
    List<Problem> notices = new ArrayList<>();
    KeyedAnswer answer =
        desk.decideOnce(key, body, () -> encounter(body, admitting, notices), sender);
    if (answer instanceof KeyedAnswer.Decided decided) {
      return JsonBody.of(BatchJson.noticed(DecisionJson.line(decided.issued(), trace), notices));
    }
    if (answer instanceof KeyedAnswer.Repeated repeated) {
      return JsonBody.repeated(repeated.stored().answer(trace));
    }
    throw new Refusal(
        answer instanceof KeyedAnswer.OtherBody
            ? HttpProblems.otherBody()
            : HttpProblems.stillRunning());
  }

  private static Encounter encounter(byte[] body, Admitting admitting, List<Problem> notices) {
    try {
      return admitting.from(new ByteArrayInputStream(body), notices);
    } catch (IOException unusable) {
      throw new UncheckedIOException(unusable);
    }
  }

  private Encounter soleClaim(InputStream body, List<Problem> notices) throws IOException {
    SoleClaim sole = new SoleClaim();
    try (Admissions admissions = desk.admitClaims(body)) {
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
