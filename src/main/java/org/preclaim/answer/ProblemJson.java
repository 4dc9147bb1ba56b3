package org.preclaim.answer;

import static org.preclaim.answer.CanonicalJson.objects;
import static org.preclaim.answer.CanonicalJson.optional;

import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import tools.jackson.core.JsonGenerator;

/** The JSON of an answer without a decision: {@code application/problem+json}, on one line. */
public final class ProblemJson {

  /** The media type of what this class writes. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String TYPE_PREFIX = "urn:preclaim:problem:";

  private ProblemJson() {}

  /** The body of an HTTP answer, without a line break at its end. */
  public static String line(ProblemAnswer answer) {
    return CanonicalJson.line(
        json -> {
          json.writeStartObject();
          members(json, answer);
          json.writeEndObject();
        });
  }

  static void members(JsonGenerator json, ProblemAnswer answer) {
    json.writeStringProperty("type", TYPE_PREFIX + answer.kind());
    json.writeStringProperty("title", answer.title());
    json.writeNumberProperty("status", answer.status());
    json.writeStringProperty("detail", answer.detail());
    objects(json, "errors", answer.problems(), each -> error(json, each));
  }

  static void error(JsonGenerator json, Problem problem) {
    place(json, problem.place());
    json.writeStringProperty("code", problem.code());
    json.writeStringProperty("detail", problem.message());
    optional(json, "help", problem.help());
  }

  /** Only a place in a JSON document has a pointer; the others say in words where they are. */
  private static void place(JsonGenerator json, Place place) {
    if (place instanceof Place.JsonPointer document) {
      json.writeStringProperty("pointer", document.pointer());
    } else if (place instanceof Place.JsonLine document) {
      json.writeStringProperty("pointer", document.pointer());
    } else {
      json.writeStringProperty("place", place.toString());
    }
  }
}
