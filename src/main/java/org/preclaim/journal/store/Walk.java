package org.preclaim.journal.store;

import java.sql.SQLException;
import org.preclaim.journal.chain.Batch;
import org.preclaim.journal.chain.Root;
import org.preclaim.journal.chain.StoredEntry;

/** Takes a journal from its beginning to its end: the entries of each batch, then the batch. */
public interface Walk {

  /** Takes an entry. */
  void entry(StoredEntry entry) throws SQLException;

  /** Takes the batch of the entries before; one without entries was let go. */
  void batch(Batch batch) throws SQLException;

  /** Takes the head, as the last. */
  void end(Root head) throws SQLException;
}
