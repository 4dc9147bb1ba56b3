package org.preclaim.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A FHIR resource as the body of an HTTP answer. */
final class FhirBody {

  private FhirBody() {}

  static ResponseEntity<byte[]> of(String resource, MediaType type) {
    return body(ResponseEntity.ok(), resource, type);
  }

  static ResponseEntity<byte[]> repeated(String resource, MediaType type) {
    return body(ResponseEntity.ok().header(JsonBody.REPLAYED, "true"), resource, type);
  }

  private static ResponseEntity<byte[]> body(
      ResponseEntity.BodyBuilder head, String resource, MediaType type) {
    String text = resource.endsWith("\n") ? resource : resource + "\n";
    return head.contentType(type).body(text.getBytes(StandardCharsets.UTF_8));
  }
}
