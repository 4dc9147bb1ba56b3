package org.preclaim.journal.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.ChainCheck;
import org.preclaim.journal.chain.ChainCheck.Verified;
import org.preclaim.journal.chain.Draft;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.Receipt;
import org.preclaim.journal.chain.RecordedStep;
import org.preclaim.journal.chain.Root;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.journal.chain.Walk;
import org.preclaim.release.StoredRelease;

/**
 * A journal in its database. Every method throws {@link JournalFault} where the database does not
 * do its part; then nothing was changed, and the next call tries again from the beginning. Safe for
 * use by many threads.
 */
public final class Store implements AutoCloseable {

  private final Database database;
  private final Connections connections;

  private Store(Database database) {
    this.database = database;
    this.connections = new Connections(database);
  }

  /** The journal in {@code database}; its tables are made where there are none. */
  public static Store open(Database database) {
    Schema.prepare(database);
    return new Store(database);
  }

  /** The journal in {@code database}, which is only read: nothing is made or brought up to date. */
  public static Store reading(Database database) {
    new Failures(database).requirePresent();
    return new Store(database);
  }

  /** The journal that there is in {@code database}, brought up to date; none is made. */
  public static Store existing(Database database) {
    root(database);
    return open(database);
  }

  /** What a removal says of itself, once it is known what it removed. */
  @FunctionalInterface
  public interface Event<T> {
    Draft of(T removed);
  }

  /** Appends all of {@code drafts} in one transaction; a receipt for each, in their order. */
  public List<Receipt> append(List<Draft> drafts, Instant recordedAt) {
    try {
      return commit(drafts, recordedAt);
    } catch (SQLException failed) {
      throw connections.unavailable(failed);
    }
  }

  /** The same; a draft that the database refuses does not keep the others from being recorded. */
  public List<Attempt> attempt(List<Draft> drafts, Instant recordedAt) {
    try {
      return commit(drafts, recordedAt).stream().map(Attempt::made).toList();
    } catch (SQLException failed) {
      JournalFault fault = connections.unavailable(failed);
      if (drafts.size() == 1 || !database.refusesContent(failed)) {
        return drafts.stream().map(draft -> Attempt.failed(fault)).toList();
      }
      List<Attempt> attempts = new ArrayList<>();
      drafts.forEach(draft -> attempts.addAll(attempt(List.of(draft), recordedAt)));
      return attempts;
    }
  }

  /**
   * What became of one draft: one of both is there.
   *
   * @param receipt where it is recorded
   * @param fault why it is not
   */
  public record Attempt(@Nullable Receipt receipt, @Nullable JournalFault fault) {
    static Attempt made(Receipt receipt) {
      return new Attempt(receipt, null);
    }

    static Attempt failed(JournalFault fault) {
      return new Attempt(null, fault);
    }
  }

  private List<Receipt> commit(List<Draft> drafts, Instant recordedAt) throws SQLException {
    return connections.write(
        connection -> {
          Appender appender = new Appender(database, connection);
          return appender.append(appender.lockHead(), drafts, recordedAt);
        });
  }

  /**
   * Erases the personal facts of a patient, and records that; how many entries had some. They may
   * be on the disk until it is told to {@link #forget()}.
   */
  public int erase(String patientKey, Event<List<Long>> event, Instant at) {
    try {
      return connections.write(
          connection -> {
            Appender appender = new Appender(database, connection);
            Root head = appender.lockHead();
            List<Long> sequences = new Removal(connection).erase(patientKey);
            if (!sequences.isEmpty()) {
              appender.append(head, List.of(event.of(sequences)), at);
            }
            return sequences.size();
          });
    } catch (SQLException failed) {
      throw connections.unavailable(failed);
    }
  }

  /**
   * Lets the batches go that are older than {@code before}, and records that; the last entry. They
   * may be on the disk until it is told to {@link #forget()}.
   */
  public OptionalLong letGo(Instant before, Event<Long> event, Instant at) {
    try {
      return connections.write(
          connection -> {
            Appender appender = new Appender(database, connection);
            Root head = appender.lockHead();
            OptionalLong gone = new Removal(connection).letGo(before);
            if (gone.isPresent()) {
              appender.append(head, List.of(event.of(gone.getAsLong())), at);
            }
            return gone;
          });
    } catch (SQLException failed) {
      throw connections.unavailable(failed);
    }
  }

  /**
   * Sees to it that what was removed is gone from the disk as well, as far as the database can;
   * false where somebody who reads it is in the way.
   */
  public boolean forget() {
    try {
      return connections.afterwards(database::forget);
    } catch (SQLException failed) {
      throw connections.unavailable(failed);
    }
  }

  /** Stores a release with its files, where it is not stored yet; the name it is stored under. */
  public String keep(StoredRelease release) {
    try {
      return connections.write(connection -> ReleaseRows.keep(connection, release));
    } catch (SQLException failed) {
      throw connections.unavailable(failed);
    }
  }

  /** The release with this id, where it is stored and as it was stored. */
  public Optional<StoredRelease> release(String id) {
    return connections.read(connection -> ReleaseRows.find(connection, id));
  }

  /** The ids of all releases that are stored. */
  public List<String> releases() {
    return connections.read(ReleaseRows::ids);
  }

  /**
   * Appends steps in the lives of releases, in one transaction and unless somebody else appended
   * one after the entry {@code last}; whether it did.
   */
  public boolean step(List<Draft> drafts, long last, Instant recordedAt) {
    try {
      return connections.write(
          connection -> {
            Appender appender = new Appender(database, connection);
            Root head = appender.lockHead();
            boolean latest = StepRows.last(connection) == last;
            if (latest) {
              appender.append(head, drafts, recordedAt);
            }
            return latest;
          });
    } catch (SQLException failed) {
      throw connections.unavailable(failed);
    }
  }

  /** The steps in the lives of releases after the entry {@code sequence}, in their order. */
  public List<RecordedStep> steps(long sequence) {
    return connections.lookUp(connection -> StepRows.beyond(connection, sequence));
  }

  /** The entry of the decision or event with this id. */
  public Optional<StoredEntry> find(String id) {
    return connections.lookUp(connection -> Finder.byId(connection, id));
  }

  /** The entry of the request that carried this idempotency key. */
  public Optional<StoredEntry> findByKey(String idempotencyKey) {
    return connections.lookUp(connection -> Finder.byKey(connection, idempotencyKey));
  }

  /** One page of decisions. */
  public List<StoredEntry> search(Search search) {
    return connections.read(connection -> Finder.search(connection, search));
  }

  /** Hands over the number of each decision that {@code search} finds, in its order. */
  public void sequences(Search search, LongConsumer taker) {
    connections.read(
        connection -> {
          Finder.sequences(connection, search, taker);
          return taker;
        });
  }

  /** The entries with these numbers, in their order; those that were let go are missing. */
  public List<StoredEntry> entries(List<Long> sequences) {
    return connections.read(connection -> Finder.entries(connection, sequences));
  }

  /** Its state. */
  public Root root() {
    return connections.lookUp(Finder::head);
  }

  /** The state at the end of the batch of an entry; none where it does not go so far. */
  public Optional<Root> rootAt(long sequence) {
    return connections.read(connection -> Finder.rootAt(connection, sequence));
  }

  /** The state of the journal in {@code database}, which is only read. */
  public static Root root(Database database) {
    return Connections.readOnce(database, Finder::head);
  }

  /** The entry with this id in {@code database}, which is only read. */
  public static Optional<StoredEntry> find(Database database, String id) {
    return Connections.readOnce(database, connection -> Finder.byId(connection, id));
  }

  /** One page of the decisions in {@code database}, which is only read. */
  public static List<StoredEntry> search(Database database, Search search) {
    return Connections.readOnce(database, connection -> Finder.search(connection, search));
  }

  /** The release with this id in {@code database}, which is only read. */
  public static Optional<StoredRelease> release(Database database, String id) {
    return Connections.readOnce(database, connection -> ReleaseRows.find(connection, id));
  }

  /** Follows the whole chain in {@code database}, which is only read. */
  public static Verified verify(Database database, @Nullable Root noted) {
    ChainCheck check = new ChainCheck(database.name(), noted);
    return Connections.readOnce(
        database, connection -> DatabaseCheck.run(database, connection, check));
  }

  /** Hands the whole chain in {@code database}, which is only read, to {@code taker}. */
  public static void walk(Database database, Walk taker) {
    Connections.readOnce(
        database,
        connection -> {
          DatabaseWalk.over(connection, taker);
          return taker;
        });
  }

  /** Closes the connections. */
  @Override
  public void close() {
    connections.close();
  }
}
