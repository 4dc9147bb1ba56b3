package org.preclaim.answer;

import static org.preclaim.answer.CanonicalJson.objects;
import static org.preclaim.answer.CanonicalJson.optional;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.preclaim.decision.CodeSuggestion;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.decision.Outcome;
import org.preclaim.decision.PolicyRef;
import tools.jackson.core.JsonGenerator;

/**
 * The cards of CDS Hooks 2.0 that tell a decision: one for each finding, and one where not
 * everything could be checked. A card's UUID follows from the decision's id and the card's number,
 * so that feedback about it can be traced to the decision for ever.
 */
public final class CardsJson {

  /** The longest summary that the standard allows is shorter than 140 characters. */
  private static final int SUMMARY_MAX = 139;

  private static final String SOURCE = "Preclaim";

  private CardsJson() {}

  /** A card: what it says, how bad it is, who says so, and what could be done. */
  private record Card(
      String message, String detail, String indicator, PolicyRef policy, List<String> remedies) {}

  /**
   * The cards of {@code issued}.
   *
   * @param link where the decision can be read
   */
  public static String line(IssuedDecision issued, String link) {
    List<Card> cards = cards(issued.decision());
    return CanonicalJson.line(
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("cards");
          for (int number = 0; number < cards.size(); number++) {
            card(json, cards.get(number), issued.decisionId() + "/" + number, link);
          }
          if (issued.decision().outcome() == Outcome.INCOMPLETE) {
            incomplete(json, issued, link);
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /** The UUID of a name: the same name has the same one. */
  static String uuid(String name) {
    return UUID.nameUUIDFromBytes(("preclaim:card:" + name).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private static List<Card> cards(Decision decision) {
    List<Card> cards = new ArrayList<>();
    for (DenialWarning warning : decision.warnings()) {
      cards.add(
          new Card(
              warning.message(),
              detail(warning),
              indicator(warning.severity()),
              warning.policy(),
              warning.remedies()));
    }
    for (CodeSuggestion suggestion : decision.suggestions()) {
      cards.add(
          new Card(
              suggestion.message(),
              cited(suggestion.policy()),
              "info",
              suggestion.policy(),
              List.of(deed(suggestion))));
    }
    return cards;
  }

  private static String indicator(DenialWarning.Severity severity) {
    return switch (severity) {
      case DENY -> "critical";
      case RISK -> "warning";
      case INFO -> "info";
    };
  }

  private static String detail(DenialWarning warning) {
    StringBuilder detail = new StringBuilder(warning.message());
    if (warning.chargeAtRisk() != null) {
      detail.append("\n\nCharge at risk: ").append(warning.chargeAtRisk());
    }
    DenialWarning.Remittance expect = warning.expect();
    if (expect != null) {
      detail.append("\n\nExpected on the remittance: ").append(expect.group());
      detail.append('-').append(expect.carc());
      expect.rarc().forEach(code -> detail.append(", ").append(code));
    }
    return detail.append("\n\n").append(cited(warning.policy())).toString();
  }

  private static String cited(PolicyRef policy) {
    return "Policy " + policy.id() + ". Source: " + policy.citation();
  }

  private static String deed(CodeSuggestion suggestion) {
    String code = String.join("-", suggestion.code(), String.join("-", suggestion.modifiers()));
    String what = suggestion.modifiers().isEmpty() ? suggestion.code() : code;
    Integer line = suggestion.line();
    return suggestion.action().word().toLowerCase(Locale.ROOT)
        + (line == null ? " " : " line " + line + ": ")
        + what;
  }

  private static void card(JsonGenerator json, Card card, String name, String link) {
    json.writeStartObject();
    json.writeStringProperty("uuid", uuid(name));
    json.writeStringProperty("summary", cut(card.message()));
    json.writeStringProperty("detail", card.detail());
    json.writeStringProperty("indicator", card.indicator());
    json.writeObjectPropertyStart("source");
    json.writeStringProperty("label", SOURCE);
    json.writeObjectPropertyStart("topic");
    json.writeStringProperty("code", card.policy().id());
    json.writeStringProperty("display", card.policy().file());
    json.writeEndObject();
    json.writeEndObject();
    if (!card.remedies().isEmpty()) {
      objects(
          json,
          "suggestions",
          card.remedies(),
          remedy -> {
            json.writeStringProperty("label", remedy);
            json.writeStringProperty("uuid", uuid(name + "/" + card.remedies().indexOf(remedy)));
          });
      optional(json, "selectionBehavior", "any");
    }
    links(json, link);
    json.writeEndObject();
  }

  private static void incomplete(JsonGenerator json, IssuedDecision issued, String link) {
    json.writeStartObject();
    json.writeStringProperty("uuid", uuid(issued.decisionId() + "/incomplete"));
    json.writeStringProperty("summary", "not everything that is required could be checked");
    StringBuilder detail = new StringBuilder("Not checked:");
    issued.decision().checks().stream()
        .filter(check -> check.detail() != null)
        .forEach(
            check ->
                detail.append("\n- ").append(check.family()).append(": ").append(check.detail()));
    json.writeStringProperty("detail", detail.toString());
    json.writeStringProperty("indicator", "warning");
    json.writeObjectPropertyStart("source");
    json.writeStringProperty("label", SOURCE);
    json.writeEndObject();
    links(json, link);
    json.writeEndObject();
  }

  private static void links(JsonGenerator json, String link) {
    objects(
        json,
        "links",
        List.of(link),
        url -> {
          json.writeStringProperty("label", "the decision, with its trace");
          json.writeStringProperty("url", url);
          json.writeStringProperty("type", "absolute");
        });
  }

  private static String cut(String message) {
    int end = Math.min(message.length(), SUMMARY_MAX - 1);
    // Never between the two halves of a character.
    boolean half = end < message.length() && Character.isHighSurrogate(message.charAt(end - 1));
    return message.length() <= SUMMARY_MAX
        ? message
        : message.substring(0, half ? end - 1 : end) + "…";
  }
}
