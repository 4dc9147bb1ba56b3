package org.preclaim.answer;

import static org.preclaim.answer.CanonicalJson.objects;
import static org.preclaim.answer.CanonicalJson.optional;

import org.jspecify.annotations.Nullable;

/** The lines of a batch's answer that are no decisions. */
public final class BatchJson {

  private BatchJson() {}

  /**
   * Stands where the decision of an encounter would stand.
   *
   * @param line the input's line, where the input has lines
   * @param encounterId the caller's name for the encounter, where it could be read
   */
  public static String error(
      ProblemAnswer answer, @Nullable Long line, @Nullable String encounterId) {
    return CanonicalJson.line(
        json -> {
          json.writeStartObject();
          json.writeObjectPropertyStart("error");
          ProblemJson.members(json, answer);
          json.writeEndObject();
          if (line != null) {
            json.writeNumberProperty("line", line);
          }
          optional(json, "encounterId", encounterId);
          json.writeEndObject();
        });
  }

  /** The last line. */
  public static String summary(DecisionTally tally) {
    return CanonicalJson.line(
        json -> {
          json.writeStartObject();
          json.writeObjectPropertyStart("summary");
          json.writeNumberProperty("encounters", tally.encounters());
          json.writeNumberProperty("refused", tally.refused());
          json.writeObjectPropertyStart("outcomes");
          tally.outcomes().forEach((key, count) -> json.writeNumberProperty(key.word(), count));
          json.writeEndObject();
          json.writeStringProperty("chargeAtRisk", tally.chargeAtRisk().toString());
          objects(
              json,
              "policies",
              tally.mostFrequentPolicies(),
              each -> {
                json.writeStringProperty("id", each.id());
                json.writeNumberProperty("findings", each.findings());
              });
          json.writeEndObject();
          json.writeEndObject();
        });
  }
}
