package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * In which type a FHIR resource is answered. It is JSON always; what a caller can choose is the
 * name of it: {@code _format} wins over the header Accept, as FHIR has it.
 */
final class FhirFormat {

  private static final String FORMAT = "_format";
  private static final Set<String> PARAMETERS = Set.of(FORMAT, "_pretty");

  /** A plus sign that nobody encoded arrives as a space. */
  private static final Set<String> FORMATS =
      Set.of("json", "application/json", "application/fhir+json", "application/fhir json");

  private static final MediaType FHIR = MediaType.parseMediaType(MediaTypes.FHIR);

  private FhirFormat() {}

  /** The type of the answer; throws {@link Refusal} where the caller takes none of ours. */
  static MediaType of(HttpServletRequest request) {
    Map<String, String[]> query = request.getParameterMap();
    if (!PARAMETERS.containsAll(query.keySet())) {
      throw new Refusal(
          HttpProblems.badRequest("unknown query, expected none, _format=json or _pretty"));
    }
    String @Nullable [] asked = query.get(FORMAT);
    if (asked == null) {
      return accepted(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
    }
    if (!FORMATS.containsAll(List.of(asked))) {
      throw new Refusal(HttpProblems.notFhirJson());
    }
    return asked[0].equals("application/json") ? MediaType.APPLICATION_JSON : FHIR;
  }

  /** Who asks for JSON by its general name gets it under that name. */
  private static MediaType accepted(List<String> headers) {
    if (headers.isEmpty()) {
      return FHIR;
    }
    List<MediaType> taken = taken(headers);
    for (MediaType type : List.of(FHIR, MediaType.APPLICATION_JSON)) {
      if (taken.stream().anyMatch(each -> each.includes(type))) {
        return type;
      }
    }
    throw new Refusal(HttpProblems.notFhirJson());
  }

  private static List<MediaType> taken(List<String> headers) {
    try {
      return MediaType.parseMediaTypes(headers).stream()
          .filter(each -> each.getQualityValue() > 0)
          .toList();
    } catch (InvalidMediaTypeException unreadable) {
      throw new Refusal(HttpProblems.notFhirJson());
    }
  }
}
