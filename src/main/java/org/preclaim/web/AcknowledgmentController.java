package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.answer.x12.Acknowledgment;
import org.preclaim.answer.x12.ClaimAcknowledgment;
import org.preclaim.answer.x12.SyntaxAcknowledgment;
import org.preclaim.desk.Desk;
import org.preclaim.intake.Admission;
import org.preclaim.intake.x12.Findings;
import org.preclaim.intake.x12.X12Envelope;
import org.preclaim.intake.x12.X12Limits;
import org.preclaim.web.refusal.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of an X12 file and its claims on the way in; nothing is decided or recorded. */
@RestController
class AcknowledgmentController {

  private static final MediaType LINES = MediaType.parseMediaType(MediaTypes.JSON_LINES);
  private static final MediaType X12 = MediaType.parseMediaType(MediaTypes.X12);

  private final Desk desk;
  private final BatchPlaces places;

  AcknowledgmentController(Desk desk, BatchPlaces places) {
    this.desk = desk;
    this.places = places;
  }

  @PostMapping(
      path = "/v1/x12/acknowledgments",
      consumes = MediaTypes.X12,
      produces = {MediaTypes.JSON_LINES, MediaTypes.X12})
  void acknowledge(HttpServletRequest request, HttpServletResponse response) throws IOException {
    MediaTypes.requirePlainUtf8(request);
    Query.none(request);
    boolean syntax = asksForX12(request);
    places.answer(
        () -> {
          if (syntax) {
            acknowledgeSyntax(request, response);
          } else {
            acknowledgeClaims(request, response);
          }
        });
  }

  /** Whoever takes anything gets the lines, which say more. */
  private static boolean asksForX12(HttpServletRequest request) {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    List<MediaType> asked = new ArrayList<>(MediaType.parseMediaTypes(accept));
    MimeTypeUtils.sortBySpecificity(asked);
    for (MediaType each : asked) {
      if (each.includes(LINES)) {
        return false;
      }
      if (each.includes(X12)) {
        return true;
      }
    }
    return false;
  }

  private void acknowledgeClaims(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType(MediaTypes.JSON_LINES);
    OutputStream out = response.getOutputStream();
    desk.acknowledge(request.getInputStream(), new ClaimAcknowledgment(line -> write(out, line)));
  }

  private void acknowledgeSyntax(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType(MediaTypes.X12);
    SyntaxAcknowledgment syntax = new SyntaxAcknowledgment(response.getOutputStream(), desk.now());
    Unanswerable unanswerable = new Unanswerable(syntax);
    desk.acknowledge(request.getInputStream(), unanswerable);
    if (!syntax.begun()) {
      response.reset();
      throw new Refusal(
          ProblemAnswer.refused(
              new Admission.Refused(null, unanswerable.problems.told()),
              HttpStatus.BAD_REQUEST.value()));
    }
  }

  /**
   * Keeps some of what is wrong for as long as there is no interchange whose sender could be
   * answered.
   */
  private static final class Unanswerable implements Acknowledgment {

    private final SyntaxAcknowledgment syntax;
    private final Findings problems = new Findings(X12Limits.DEFAULT.problemsMax());

    Unanswerable(SyntaxAcknowledgment syntax) {
      this.syntax = syntax;
    }

    @Override
    public void envelope(X12Envelope envelope) {
      syntax.envelope(envelope);
    }

    @Override
    public void admission(Admission admission) {
      if (!syntax.begun() && admission instanceof Admission.Refused refused) {
        problems.add(refused.told());
      }
      syntax.admission(admission);
    }

    @Override
    public void end() {
      syntax.end();
    }
  }

  private static void write(OutputStream out, String line) {
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
