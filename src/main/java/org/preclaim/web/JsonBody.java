package org.preclaim.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A line of JSON as the body of an HTTP answer. */
final class JsonBody {

  /** Tells a caller that this is the answer to an earlier request with the same key. */
  static final String REPLAYED = "Idempotency-Replayed";

  private JsonBody() {}

  static ResponseEntity<byte[]> of(String line) {
    return body(ResponseEntity.ok(), line);
  }

  static ResponseEntity<byte[]> repeated(String line) {
    return body(ResponseEntity.ok().header(REPLAYED, "true"), line);
  }

  private static ResponseEntity<byte[]> body(ResponseEntity.BodyBuilder head, String line) {
    return head.contentType(MediaType.APPLICATION_JSON)
        .body((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
