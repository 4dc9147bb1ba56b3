package org.preclaim.web;

import java.nio.charset.StandardCharsets;
import org.preclaim.answer.ProblemAnswer;
import org.preclaim.answer.ProblemJson;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A problem as the body of an HTTP answer. */
final class ProblemBody {

  private ProblemBody() {}

  static byte[] bytes(ProblemAnswer problem) {
    return (ProblemJson.line(problem) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static ResponseEntity.BodyBuilder head(ProblemAnswer problem) {
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.parseMediaType(ProblemJson.MEDIA_TYPE));
  }

  static ResponseEntity<byte[]> of(ProblemAnswer problem) {
    return head(problem).body(bytes(problem));
  }
}
