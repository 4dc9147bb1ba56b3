package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.preclaim.answer.fhir.OutcomeAnswer;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The media types that the calls take and give. */
final class MediaTypes {

  static final String JSON = MediaType.APPLICATION_JSON_VALUE;
  static final String JSON_LINES = "application/x-ndjson";
  static final String ZIP = "application/zip";
  static final String X12 = "application/edi-x12";
  static final String FHIR = OutcomeAnswer.MEDIA_TYPE;

  private MediaTypes() {}

  /** Refuses a body in another character set, or packed: it would be read as something else. */
  static void requirePlainUtf8(HttpServletRequest request) {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    String type = request.getContentType();
    Charset charset = type == null ? null : MediaType.parseMediaType(type).getCharset();
    boolean plain = encoding == null || encoding.equalsIgnoreCase("identity");
    boolean utf8 =
        charset == null
            || charset.equals(StandardCharsets.UTF_8)
            || charset.equals(StandardCharsets.US_ASCII);
    if (!plain || !utf8) {
      throw new Refusal(HttpProblems.unsupportedEncoding());
    }
  }
}
