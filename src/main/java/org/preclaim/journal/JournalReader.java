package org.preclaim.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.Root;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.journal.store.Database;
import org.preclaim.journal.store.Store;
import org.preclaim.release.StoredRelease;

/**
 * A journal in its database that is only read, entry by entry, while others may write to it.
 * Methods throw {@link JournalFault} where it cannot be read. Safe for use by many threads.
 */
public final class JournalReader implements AutoCloseable {

  private final Store store;
  private final boolean own;

  private JournalReader(Store store, boolean own) {
    this.store = store;
    this.own = own;
  }

  /**
   * The journal at {@code address}; nothing is made where there is none.
   *
   * @param address a file, or a JDBC URL of SQLite or PostgreSQL
   * @throws IllegalArgumentException with a message for the user, where the address is of neither
   */
  public static JournalReader open(String address) {
    JournalCopy.Exported.refuse(
        address, "an export holds no policies to decide under: name the database it was made of");
    return new JournalReader(Store.reading(Database.at(address)), true);
  }

  static JournalReader of(Store store) {
    return new JournalReader(store, false);
  }

  /** The number of the last entry; 0 where there is none. */
  public long last() {
    return store.root().sequence();
  }

  /**
   * The state at the end of the batch that the entry {@code sequence} was written in: whatever is
   * added, erased or let go later, it stays the same. None where the journal does not go so far.
   *
   * @param sequence from 1
   */
  public Optional<Root> rootAt(long sequence) {
    return store.rootAt(sequence);
  }

  /** The entry of the decision or event with this id. */
  public Optional<StoredEntry> find(String id) {
    return store.find(id);
  }

  /** One page of decisions. */
  public List<StoredEntry> search(Search search) {
    return store.search(search);
  }

  /** Hands over the numbers of all decisions that {@code search} finds, whatever its limit. */
  public void sequences(Search search, LongConsumer taker) {
    store.sequences(search.limit(Integer.MAX_VALUE), taker);
  }

  /** The entries with these numbers, in their order; those that were let go are missing. */
  public List<StoredEntry> entries(List<Long> sequences) {
    return store.entries(sequences);
  }

  /** The release with this id, where it is stored and as it was stored. */
  public Optional<StoredRelease> release(String id) {
    return store.release(id);
  }

  @Override
  public void close() {
    if (own) {
      store.close();
    }
  }
}
