package org.preclaim.journal.chain;

/** What became of a draft that was handed in. */
public sealed interface Receipt {

  /** The entry that stands for it. */
  StoredEntry stored();

  /** It was recorded. */
  record Recorded(StoredEntry stored) implements Receipt {}

  /** Nothing was recorded: there is an entry with its idempotency key already. */
  record Known(StoredEntry stored) implements Receipt {}
}
