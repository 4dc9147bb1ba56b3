package org.preclaim.desk;

import org.preclaim.decision.IssuedDecision;
import org.preclaim.journal.chain.StoredEntry;

/** What becomes of a request with an idempotency key. */
public sealed interface KeyedAnswer {

  /**
   * It is the first one with its key.
   *
   * @param issued its decision, recorded
   */
  record Decided(IssuedDecision issued) implements KeyedAnswer {}

  /**
   * Its decision was made before.
   *
   * @param stored as it was recorded then
   */
  record Repeated(StoredEntry stored) implements KeyedAnswer {}

  /** Its key belongs to a request with another body. */
  record OtherBody() implements KeyedAnswer {}

  /** The first request with its key has not been answered yet. */
  record StillRunning() implements KeyedAnswer {}
}
