package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Door;
import org.preclaim.intake.Admissions;
import org.preclaim.intake.json.EncounterLines;
import org.preclaim.journal.chain.Sender;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Many encounters in, a line for each out, in their order, while the request still comes in. A body
 * has no limit; what is held at a time is one encounter. All of a batch is decided under the
 * release that was in force when it began.
 */
@RestController
class BatchController {

  private static final String BODY = "body";

  private final Desk desk;
  private final Faults faults;
  private final BatchPlaces places;

  BatchController(Desk desk, Faults faults, BatchPlaces places) {
    this.desk = desk;
    this.faults = faults;
    this.places = places;
  }

  @PostMapping(
      path = "/v1/decisions/batch",
      consumes = MediaTypes.JSON_LINES,
      produces = MediaTypes.JSON_LINES)
  void decideLines(HttpServletRequest request, HttpServletResponse response) throws IOException {
    MediaTypes.requirePlainUtf8(request);
    Trace trace = Parameters.trace(request);
    Desk at = desk.pinned();
    Sender sender = Door.HTTP_BATCH.by(Callers.of(request));
    places.answer(
        () -> {
          BatchAnswer answer = BatchAnswer.to(response, at, faults, trace, sender);
          try (EncounterLines lines =
              at.admitLines(new PromptBody(request.getInputStream(), answer), BODY)) {
            answer.write(lines, lines::line);
          }
        });
  }

  @PostMapping(
      path = "/v1/decisions/batch",
      consumes = MediaTypes.X12,
      produces = MediaTypes.JSON_LINES)
  void decideClaims(HttpServletRequest request, HttpServletResponse response) throws IOException {
    MediaTypes.requirePlainUtf8(request);
    Trace trace = Parameters.trace(request);
    Desk at = desk.pinned();
    Sender sender = Door.HTTP_BATCH.by(Callers.of(request));
    places.answer(
        () -> {
          BatchAnswer answer = BatchAnswer.to(response, at, faults, trace, sender);
          try (Admissions claims =
              at.admitClaims(new PromptBody(request.getInputStream(), answer))) {
            answer.write(claims, () -> null);
          }
        });
  }
}
