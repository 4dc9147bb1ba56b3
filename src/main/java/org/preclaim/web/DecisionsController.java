package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.preclaim.answer.DecisionJson;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.desk.Desk;
import org.preclaim.encounter.Encounter;
import org.preclaim.intake.Admission;
import org.preclaim.intake.Admissions;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
    MediaTypes.requirePlainUtf8(request);
    Trace trace = Parameters.trace(request);
    InputStream body = LimitedBody.of(request, BODY_BYTES_MAX);
    return answer(admitted(desk.admitJson(body, BODY)), trace);
  }

  @PostMapping(path = "/v1/decisions", consumes = MediaTypes.X12, produces = MediaTypes.JSON)
  ResponseEntity<byte[]> decideClaim(HttpServletRequest request) throws IOException {
    MediaTypes.requirePlainUtf8(request);
    Trace trace = Parameters.trace(request);
    InputStream body = LimitedBody.of(request, BODY_BYTES_MAX);
    SoleClaim sole = new SoleClaim();
    try (Admissions admissions = desk.admitClaims(body)) {
      admissions.forEachRemaining(sole::see);
    }
    return answer(admitted(sole.admission()), trace);
  }

  private static Encounter admitted(Admission admission) {
    if (admission instanceof Admission.Refused refused) {
      int status = HttpStatus.BAD_REQUEST.value();
      throw new Refusal(ProblemAnswer.refused(refused, status));
    }
    return ((Admission.Admitted) admission).encounter();
  }

  private ResponseEntity<byte[]> answer(Encounter encounter, Trace trace) {
    String line = DecisionJson.line(desk.decide(encounter), trace) + "\n";
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(line.getBytes(StandardCharsets.UTF_8));
  }
}
