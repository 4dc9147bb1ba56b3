package org.preclaim.web.refusal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.answer.ProblemJson;
import org.preclaim.answer.fhir.OutcomeAnswer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * The form of a problem: whoever speaks FHIR is told in FHIR, everybody else as RFC 9457 has it.
 */
public enum ProblemForm {
  /** {@code application/problem+json}. */
  PROBLEM_JSON,
  /** An OperationOutcome. */
  OPERATION_OUTCOME;

  private static final Pattern FHIR = Pattern.compile("(?s)/fhir([/;].*)?");

  /** The form for whoever sent {@code request}; also where the server itself answers for a call. */
  public static ProblemForm of(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return at(failed instanceof String uri ? uri : request.getRequestURI(), request);
  }

  private static ProblemForm at(@Nullable String uri, HttpServletRequest request) {
    // Before an address is understood there may be neither.
    @Nullable String context = request.getContextPath();
    int start = context == null ? 0 : context.length();
    boolean fhir =
        uri != null && uri.length() > start && FHIR.matcher(uri.substring(start)).matches();
    return fhir ? OPERATION_OUTCOME : PROBLEM_JSON;
  }

  /** The header Content-Type. */
  public String mediaType() {
    return switch (this) {
      case PROBLEM_JSON -> ProblemJson.MEDIA_TYPE;
      case OPERATION_OUTCOME -> OutcomeAnswer.MEDIA_TYPE;
    };
  }

  /** The body. */
  public byte[] bytes(ProblemAnswer problem) {
    String line =
        switch (this) {
          case PROBLEM_JSON -> ProblemJson.line(problem);
          case OPERATION_OUTCOME -> OutcomeAnswer.json(problem);
        };
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Status and type of an answer that is a problem and nothing else. */
  public ResponseEntity.BodyBuilder head(ProblemAnswer problem) {
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.parseMediaType(mediaType()));
  }
}
