package org.preclaim.journal.chain;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preclaim.answer.DecisionJson;
import org.preclaim.answer.FactsJson;
import org.preclaim.decision.Decision;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.encounter.Encounter;

/**
 * What is to become an entry.
 *
 * @param statement what it will say
 * @param personal what it will only commit to; absent where there is nothing personal
 * @param terms the words under which it will be found
 */
public record Draft(Statement statement, @Nullable SaltedFacts personal, SortedSet<String> terms) {

  /**
   * The draft of a decision.
   *
   * @param sender whose encounter it is
   * @param salt fresh for each draft
   * @param request how the caller identified the request, where it did
   */
  public static Draft of(
      Encounter encounter,
      IssuedDecision issued,
      Sender sender,
      Hash salt,
      PersonalFacts.@Nullable Request request) {
    Decision decision = issued.decision();
    Statement statement =
        new Statement(
            EntryKind.DECISION,
            issued.decisionId(),
            issued.decidedAt(),
            sender.text(),
            decision.release().id(),
            FactsJson.line(PersonalFacts.withoutThem(encounter)),
            DecisionJson.said(decision),
            DecisionJson.trace(decision));
    SaltedFacts personal = new SaltedFacts(salt, PersonalFacts.of(encounter, request));
    return new Draft(statement, personal, Terms.of(encounter, decision));
  }

  /** The draft of an event that is no decision. */
  public static Draft of(Statement event) {
    return new Draft(event, null, new TreeSet<>());
  }

  /** What the entry will commit to. */
  public Hash commitment() {
    return personal == null ? Hash.NONE : personal.commitment();
  }
}
