package org.preclaim.answer;

import static org.preclaim.answer.CanonicalJson.objects;
import static org.preclaim.answer.CanonicalJson.optional;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Problem;

/** The lines of a batch's answer that are no decisions. */
public final class BatchJson {

  private static final String NOTICES = "notices";

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

  /** What was odd about the input and was read all the same, as a line of its own. */
  public static String notices(List<Problem> notices) {
    return CanonicalJson.line(
        json -> {
          json.writeStartObject();
          objects(json, NOTICES, notices, each -> ProblemJson.error(json, each));
          json.writeEndObject();
        });
  }

  /** The answer {@code line} with what was odd about its encounter; itself where nothing was. */
  public static String noticed(String line, List<Problem> notices) {
    return notices.isEmpty()
        ? line
        : line.substring(0, line.length() - 1) + "," + notices(notices).substring(1);
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
