package org.preclaim.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.EntryKind;
import org.preclaim.journal.chain.RecordedStep;
import org.preclaim.journal.chain.Statement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A step in the life of a release.
 *
 * @param entry of the journal that records it
 * @param at when it was made
 * @param by the name of the caller who made it
 * @param release the id of the release
 * @param kind what it does
 * @param terms what is said beside that
 */
public record Step(long entry, Instant at, String by, String release, StepKind kind, Terms terms) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What is said of a step.
   *
   * @param reason in the caller's words; empty where nobody was asked for one
   * @param note what the service says of it, for instance that there was no second pair of eyes
   * @param name of a release that was drafted or taken
   * @param base of a draft: the release that it was made from
   * @param from of a release that is scheduled: when it is to be put in force
   */
  public record Terms(
      String reason,
      @Nullable String note,
      @Nullable String name,
      @Nullable String base,
      @Nullable Instant from) {

    static Terms reason(String reason) {
      return new Terms(reason, null, null, null, null);
    }

    static Terms draft(String reason, String name, String base) {
      return new Terms(reason, null, name, base, null);
    }

    static Terms taken(String name) {
      return new Terms("", null, name, null, null);
    }

    Terms noting(String words) {
      return new Terms(reason, words, name, base, from);
    }

    Terms from(@Nullable Instant time) {
      return new Terms(reason, note, name, base, time);
    }
  }

  /** The step that the journal has. */
  static Step of(RecordedStep recorded) {
    Statement statement = recorded.statement();
    JsonNode said = JSON.readTree(statement.said());
    String from = text(said, "from");
    String reason = text(said, "reason");
    Terms terms =
        new Terms(
            reason == null ? "" : reason,
            text(said, "note"),
            text(said, "name"),
            text(said, "base"),
            from == null ? null : Instant.parse(from));
    StepKind kind = StepKind.of(said.path("step").asString());
    return new Step(
        recorded.sequence(), statement.at(), statement.caller(), statement.release(), kind, terms);
  }

  private static @Nullable String text(JsonNode said, String name) {
    JsonNode value = said.path(name);
    return value.isMissingNode() ? null : value.asString();
  }

  /** What the journal is to record. */
  static Statement statement(
      String id, Instant at, String by, String release, StepKind kind, Terms terms) {
    ObjectNode said = JSON.createObjectNode().put("step", kind.word());
    put(said, "name", terms.name());
    put(said, "base", terms.base());
    put(said, "from", terms.from());
    put(said, "reason", terms.reason().isEmpty() ? null : terms.reason());
    put(said, "note", terms.note());
    return new Statement(EntryKind.STEP, id, at, by, release, "", said.toString(), "");
  }

  private static void put(ObjectNode said, String name, @Nullable Object value) {
    if (value != null) {
      said.put(name, value.toString());
    }
  }
}
