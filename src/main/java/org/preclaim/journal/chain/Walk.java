package org.preclaim.journal.chain;

/** Takes a journal from its beginning to its end: the entries of each batch, then the batch. */
public interface Walk {

  /** Takes an entry. */
  void entry(StoredEntry entry);

  /** Takes the batch of the entries before; one without entries was let go. */
  void batch(Batch batch);

  /** Takes the head, as the last. */
  void end(Root head);
}
