package org.preclaim.journal.chain;

import org.jspecify.annotations.Nullable;
import org.preclaim.answer.DecisionJson;
import org.preclaim.answer.DecisionJson.Issue;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.answer.FactsReading;
import org.preclaim.encounter.Encounter;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as it is found, with what it only commits to.
 *
 * @param entry what is in the chain
 * @param personal the personal facts; absent where they were erased, or there never were any
 */
public record StoredEntry(Entry entry, @Nullable SaltedFacts personal) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Who sent it. */
  public Sender sender() {
    return Sender.of(entry.statement().caller());
  }

  /** Whether its personal facts were erased. */
  public boolean isErased() {
    return personal == null && !entry.commitment().equals(Hash.NONE);
  }

  /** Whether it records a decision, and not another event. */
  public boolean isDecision() {
    return entry.statement().kind() == EntryKind.DECISION;
  }

  /** The caller's name for the encounter; absent where it was erased. */
  public @Nullable String encounterId() {
    return personal == null ? null : personal.facts().encounterId();
  }

  /**
   * The encounter that was decided, as it is kept: of one whose personal facts were erased without
   * them. Throws {@link RuntimeException} where the facts are not as they were written.
   */
  public Encounter facts() {
    Encounter kept = FactsReading.of(entry.statement().facts());
    return personal == null ? kept : personal.facts().in(kept);
  }

  /** The decision, the same characters as when it was answered, without a line break. */
  public String answer(Trace trace) {
    Statement statement = entry.statement();
    return joined(new Issue(statement.id(), statement.at()), trace);
  }

  /** The answer with its trace, and with what the journal says about it. */
  public String answerWithEntry() {
    String answer = answer(Trace.INCLUDED);
    return answer.substring(0, answer.length() - 1)
        + ",\"journal\":{\"entry\":"
        + entry.sequence()
        + ",\"recordedAt\":\""
        + entry.recordedAt()
        + "\",\"caller\":"
        + JSON.writeValueAsString(sender().caller())
        + ",\"door\":"
        + JSON.writeValueAsString(sender().door())
        + ",\"hash\":\""
        + entry.hash()
        + "\",\"erased\":"
        + isErased()
        + "}}";
  }

  /** What was said, without when and under which id: to be compared with another run. */
  public String said(Trace trace) {
    return joined(null, trace);
  }

  private String joined(@Nullable Issue issue, Trace trace) {
    Statement statement = entry.statement();
    return DecisionJson.joined(
        issue, encounterId(), statement.said(), trace == Trace.INCLUDED ? statement.trace() : null);
  }
}
