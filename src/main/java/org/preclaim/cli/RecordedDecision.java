package org.preclaim.cli;

import java.time.DateTimeException;
import java.util.NoSuchElementException;
import org.preclaim.answer.DecisionJson;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.answer.DecisionReading;
import org.preclaim.answer.FactsJson;
import org.preclaim.answer.RecordText;
import org.preclaim.answer.RecordText.Kept;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.PolicyPlaces;
import org.preclaim.journal.chain.Entry;
import org.preclaim.journal.chain.StoredEntry;
import tools.jackson.core.JacksonException;

/**
 * A decision as the journal has it, read back.
 *
 * @param stored its entry
 * @param issued what was said, with its trace
 * @param facts the encounter as it is kept
 */
record RecordedDecision(StoredEntry stored, IssuedDecision issued, Encounter facts) {

  /** The decision of an entry that records one. */
  static RecordedDecision of(StoredEntry stored) {
    try {
      return new RecordedDecision(
          stored,
          DecisionReading.of(stored.answer(Trace.INCLUDED), RecordText.ERASED),
          stored.facts());
    } catch (JacksonException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | DateTimeException
        | NoSuchElementException notAsWritten) {
      throw new UserError(
          "entry "
              + stored.entry().sequence()
              + " is not as it was written: `journal verify` names the first one that was changed");
    }
  }

  /** In words. */
  String text(RecordText words, PolicyPlaces places) {
    Entry entry = stored.entry();
    Kept kept =
        new Kept(
            entry.sequence(),
            entry.recordedAt(),
            stored.sender().caller(),
            stored.sender().door(),
            entry.hash().hex(),
            stored.isErased());
    return words.shown(issued, facts, kept, places);
  }

  /** As the service answers, with the facts and where the steps of the trace are written. */
  String json(PolicyPlaces places) {
    String answer = stored.answerWithEntry();
    return answer.substring(0, answer.length() - 1)
        + ",\"facts\":"
        + FactsJson.line(facts)
        + ",\"places\":"
        + DecisionJson.places(issued.decision().trace(), places)
        + "}";
  }
}
