package org.preclaim.answer;

import static org.preclaim.answer.CanonicalJson.objects;
import static org.preclaim.answer.CanonicalJson.optional;
import static org.preclaim.answer.CanonicalJson.plain;
import static org.preclaim.answer.CanonicalJson.texts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.Check;
import org.preclaim.decision.CodeSuggestion;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.decision.PolicyRef;
import org.preclaim.decision.TraceStep;
import org.preclaim.engine.PolicyPlaces;
import tools.jackson.core.JsonGenerator;

/**
 * The JSON of a decision: one line, fields in a fixed order, equal decisions the same bytes. Absent
 * parts are left out; money and units are text.
 */
public final class DecisionJson {

  /** Whether the trace is written too. */
  public enum Trace {
    LEFT_OUT,
    INCLUDED
  }

  private DecisionJson() {}

  /** The decision as it left the house, without a line break at its end. */
  public static String line(IssuedDecision issued, Trace trace) {
    return CanonicalJson.line(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("decisionId", issued.decisionId());
          json.writeStringProperty("encounterId", issued.decision().encounterId());
          json.writeStringProperty("decidedAt", issued.decidedAt().toString());
          said(json, issued.decision(), trace);
          json.writeEndObject();
        });
  }

  /**
   * What was said, without when and under which id: two runs that decide alike give the same text,
   * so this is what is compared and hashed.
   */
  public static String line(Decision decision, Trace trace) {
    return CanonicalJson.line(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("encounterId", decision.encounterId());
          said(json, decision, trace);
          json.writeEndObject();
        });
  }

  /**
   * What was said about whichever encounter: {@link #line(Decision, Trace)} without its id and
   * without trace, as an object of its own.
   */
  public static String said(Decision decision) {
    return CanonicalJson.line(
        json -> {
          json.writeStartObject();
          said(json, decision, Trace.LEFT_OUT);
          json.writeEndObject();
        });
  }

  /** The trace, as a list of its own. */
  public static String trace(Decision decision) {
    return CanonicalJson.line(
        json -> {
          json.writeStartArray();
          for (TraceStep step : decision.trace()) {
            json.writeStartObject();
            step(json, step);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /** Where the rules and rows of a trace are written, as a list: each that is known, once. */
  public static String places(List<TraceStep> trace, PolicyPlaces places) {
    Map<String, PolicyRef> known = new LinkedHashMap<>();
    trace.forEach(step -> places.place(step).ifPresent(place -> known.put(step.rule(), place)));
    return CanonicalJson.line(
        json -> {
          json.writeStartArray();
          known.forEach(
              (rule, place) -> {
                json.writeStartObject();
                json.writeStringProperty("rule", rule);
                policy(json, place);
                json.writeEndObject();
              });
          json.writeEndArray();
        });
  }

  /**
   * The line of a decision from what was kept of it: the same characters as when it was answered.
   *
   * @param issue its id and time; absent to get what was said without when and under which id
   * @param encounterId absent where it was erased
   * @param said what {@link #said(Decision)} gave
   * @param trace what {@link #trace(Decision)} gave; absent to leave it out
   */
  public static String joined(
      @Nullable Issue issue, @Nullable String encounterId, String said, @Nullable String trace) {
    String head =
        CanonicalJson.line(
            json -> {
              json.writeStartObject();
              if (issue != null) {
                json.writeStringProperty("decisionId", issue.decisionId());
              }
              optional(json, "encounterId", encounterId);
              if (issue != null) {
                json.writeStringProperty("decidedAt", issue.decidedAt().toString());
              }
              json.writeEndObject();
            });
    StringBuilder line = new StringBuilder(head);
    line.setLength(line.length() - 1);
    line.append(line.length() == 1 ? "" : ",").append(said, 1, said.length() - 1);
    if (trace != null) {
      line.append(",\"trace\":").append(trace);
    }
    return line.append('}').toString();
  }

  /**
   * What makes a decision one that was issued.
   *
   * @param decisionId a ULID
   * @param decidedAt when
   */
  public record Issue(String decisionId, Instant decidedAt) {}

  private static void said(JsonGenerator json, Decision decision, Trace trace) {
    json.writeObjectPropertyStart("release");
    json.writeStringProperty("id", decision.release().id());
    json.writeStringProperty("name", decision.release().name());
    json.writeEndObject();
    json.writeObjectPropertyStart("reference");
    decision.reference().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeStringProperty("outcome", decision.outcome().word());
    objects(json, "suggestions", decision.suggestions(), each -> suggestion(json, each));
    objects(json, "warnings", decision.warnings(), each -> warning(json, each));
    objects(json, "checks", decision.checks(), each -> check(json, each));
    if (trace == Trace.INCLUDED) {
      objects(json, "trace", decision.trace(), each -> step(json, each));
    }
  }

  private static void suggestion(JsonGenerator json, CodeSuggestion suggestion) {
    json.writeStringProperty("action", suggestion.action().word());
    Integer line = suggestion.line();
    if (line != null) {
      json.writeNumberProperty("line", line);
    }
    json.writeStringProperty("code", suggestion.code());
    texts(json, "modifiers", suggestion.modifiers());
    json.writeStringProperty("units", plain(suggestion.units()));
    json.writeStringProperty("message", suggestion.message());
    policy(json, suggestion.policy());
  }

  private static void warning(JsonGenerator json, DenialWarning warning) {
    json.writeStringProperty("kind", warning.kind());
    json.writeArrayPropertyStart("lines");
    warning.lines().forEach(json::writeNumber);
    json.writeEndArray();
    if (!warning.linesAtRisk().equals(warning.lines())) {
      json.writeArrayPropertyStart("linesAtRisk");
      warning.linesAtRisk().forEach(json::writeNumber);
      json.writeEndArray();
    }
    texts(json, "codes", warning.codes());
    json.writeStringProperty("severity", warning.severity().word());
    json.writeStringProperty("message", warning.message());
    DenialWarning.Remittance expect = warning.expect();
    if (expect != null) {
      json.writeObjectPropertyStart("expect");
      json.writeStringProperty("group", expect.group());
      json.writeStringProperty("carc", expect.carc());
      texts(json, "rarc", expect.rarc());
      json.writeEndObject();
    }
    optional(json, "chargeAtRisk", warning.chargeAtRisk());
    texts(json, "remedies", warning.remedies());
    policy(json, warning.policy());
  }

  private static void policy(JsonGenerator json, PolicyRef policy) {
    json.writeObjectPropertyStart("policy");
    json.writeStringProperty("id", policy.id());
    json.writeStringProperty("file", policy.file());
    optional(json, "cell", policy.cell());
    if (policy.line().isPresent()) {
      json.writeNumberProperty("line", policy.line().getAsInt());
    }
    json.writeStringProperty("citation", policy.citation());
    json.writeEndObject();
  }

  private static void check(JsonGenerator json, Check check) {
    json.writeStringProperty("family", check.family());
    json.writeStringProperty("state", check.state().word());
    optional(json, "detail", check.detail());
  }

  private static void step(JsonGenerator json, TraceStep step) {
    json.writeStringProperty("policy", step.policy());
    json.writeStringProperty("rule", step.rule());
    texts(json, "facts", step.facts());
    json.writeStringProperty("states", step.states());
  }
}
