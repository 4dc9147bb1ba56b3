package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.answer.fhir.OutcomeAnswer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A FHIR resource as the body of an HTTP answer. */
final class FhirBody {

  private static final String PATH = "/fhir/";

  private FhirBody() {}

  /** Whether the caller of {@code request} speaks FHIR, and is to be told so what is wrong. */
  static boolean isWanted(HttpServletRequest request) {
    return request.getRequestURI().startsWith(PATH);
  }

  static ResponseEntity<byte[]> of(String resource) {
    return head(ResponseEntity.ok()).body(bytes(resource));
  }

  static ResponseEntity<byte[]> repeated(String resource) {
    return head(ResponseEntity.ok().header(JsonBody.REPLAYED, "true")).body(bytes(resource));
  }

  /** The head of an answer that says why there is none. */
  static ResponseEntity.BodyBuilder head(ProblemAnswer problem) {
    return head(ResponseEntity.status(problem.status()));
  }

  static byte[] bytes(ProblemAnswer problem) {
    return bytes(OutcomeAnswer.json(problem));
  }

  private static ResponseEntity.BodyBuilder head(ResponseEntity.BodyBuilder head) {
    return head.contentType(MediaType.parseMediaType(MediaTypes.FHIR));
  }

  private static byte[] bytes(String resource) {
    return (resource.endsWith("\n") ? resource : resource + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
