package org.preclaim.answer;

import static org.preclaim.answer.JsonFields.list;
import static org.preclaim.answer.JsonFields.optional;
import static org.preclaim.answer.JsonFields.text;
import static org.preclaim.answer.JsonFields.word;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.preclaim.decision.Check;
import org.preclaim.decision.CodeSuggestion;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.decision.Outcome;
import org.preclaim.decision.PolicyRef;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.decision.TraceStep;
import org.preclaim.encounter.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A decision from the JSON that {@link DecisionJson} wrote, so that what was answered once can be
 * answered again in another form. A trace that was left out is read as one without steps.
 */
public final class DecisionReading {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DecisionReading() {}

  /**
   * The decision in {@code line}.
   *
   * @param encounterId stands for the encounter's id where that was erased
   */
  public static IssuedDecision of(String line, String encounterId) {
    JsonNode json = JSON.readTree(line);
    SortedMap<String, String> reference = new TreeMap<>();
    json.path("reference")
        .properties()
        .forEach(each -> reference.put(each.getKey(), each.getValue().asString()));
    return new IssuedDecision(
        text(json, "decisionId"),
        Instant.parse(text(json, "decidedAt")),
        new Decision(
            json.has("encounterId") ? text(json, "encounterId") : encounterId,
            new ReleaseRef(text(json.path("release"), "id"), text(json.path("release"), "name")),
            reference,
            word(Outcome.values(), Outcome::word, text(json, "outcome")),
            list(json.path("suggestions"), DecisionReading::suggestion),
            list(json.path("warnings"), DecisionReading::warning),
            list(json.path("checks"), DecisionReading::check),
            list(json.path("trace"), DecisionReading::step)));
  }

  private static CodeSuggestion suggestion(JsonNode json) {
    return new CodeSuggestion(
        word(CodeSuggestion.Action.values(), CodeSuggestion.Action::word, text(json, "action")),
        json.has("line") ? json.get("line").asInt() : null,
        text(json, "code"),
        list(json.path("modifiers"), JsonNode::asString),
        new BigDecimal(text(json, "units")),
        text(json, "message"),
        policy(json.path("policy")));
  }

  private static DenialWarning warning(JsonNode json) {
    List<Integer> lines = list(json.path("lines"), JsonNode::asInt);
    String charge = optional(json, "chargeAtRisk");
    return new DenialWarning(
        text(json, "kind"),
        lines,
        json.has("linesAtRisk") ? list(json.path("linesAtRisk"), JsonNode::asInt) : lines,
        list(json.path("codes"), JsonNode::asString),
        word(DenialWarning.Severity.values(), DenialWarning.Severity::word, text(json, "severity")),
        text(json, "message"),
        json.has("expect") ? remittance(json.get("expect")) : null,
        charge == null ? null : new Money(new BigDecimal(charge)),
        list(json.path("remedies"), JsonNode::asString),
        policy(json.path("policy")));
  }

  private static DenialWarning.Remittance remittance(JsonNode json) {
    return new DenialWarning.Remittance(
        text(json, "group"), text(json, "carc"), list(json.path("rarc"), JsonNode::asString));
  }

  private static Check check(JsonNode json) {
    return new Check(
        text(json, "family"),
        word(Check.State.values(), Check.State::word, text(json, "state")),
        optional(json, "detail"));
  }

  private static TraceStep step(JsonNode json) {
    return new TraceStep(
        text(json, "policy"),
        text(json, "rule"),
        list(json.path("facts"), JsonNode::asString),
        text(json, "states"));
  }

  private static PolicyRef policy(JsonNode json) {
    return new PolicyRef(
        text(json, "id"),
        text(json, "file"),
        optional(json, "cell"),
        json.has("line") ? OptionalInt.of(json.get("line").asInt()) : OptionalInt.empty(),
        text(json, "citation"));
  }
}
