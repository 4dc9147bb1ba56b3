package org.preclaim.answer;

import static org.preclaim.answer.CanonicalJson.objects;
import static org.preclaim.answer.CanonicalJson.optional;
import static org.preclaim.answer.CanonicalJson.texts;

import java.util.List;
import org.preclaim.intake.hook.Feedback;

/** What the record says of feedback about cards. */
public final class FeedbackJson {

  private FeedbackJson() {}

  /** What was told, on one line. */
  public static String line(List<Feedback> told) {
    return CanonicalJson.line(
        json -> {
          json.writeStartObject();
          objects(
              json,
              "feedback",
              told,
              each -> {
                json.writeStringProperty("card", each.card());
                json.writeStringProperty("outcome", each.outcome());
                texts(json, "acceptedSuggestions", each.suggestions());
                optional(json, "reason", each.reason());
                json.writeStringProperty("at", each.at().toString());
              });
          json.writeEndObject();
        });
  }
}
