package org.preclaim.journal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.JournalFault;

/**
 * The connections of one journal: one for writing, which is opened again after it failed, and a few
 * for reading, opened when somebody reads. What is looked up by its key has some to itself, so that
 * it waits neither for long searches nor for a commit.
 */
final class Connections implements AutoCloseable {

  private static final int READERS = 4;
  private static final int READERS_BY_KEY = 2;
  private static final int ROWS_AT_A_TIME = 500;

  /** After so long a firewall may have dropped the connection, and nobody would tell. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final int ANSWER_SECONDS = 2;

  private final Failures failures;
  private final DataSource forWriting;
  private final Readers readers;
  private final Readers readersByKey;
  private @Nullable Connection writer;
  private long lastWritten;

  Connections(Database database) {
    this.failures = new Failures(database);
    this.forWriting = database.forWriting();
    this.readers = new Readers(database, "journal", READERS);
    this.readersByKey = new Readers(database, "journal-keys", READERS_BY_KEY);
  }

  /** Work within a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Does {@code work} and commits it; where it fails nothing of it stays. */
  synchronized <T> T write(Work<T> work) throws SQLException {
    try {
      Connection connection = writer();
      connection.setAutoCommit(false);
      T result = work.on(connection);
      // Commits; commit() would begin the next transaction at once, and hold SQLite's file by it.
      connection.setAutoCommit(true);
      lastWritten = System.nanoTime();
      return result;
    } catch (SQLException | RuntimeException failed) {
      abandon();
      throw failed;
    }
  }

  /** Does {@code work} on the writing connection, outside of a transaction. */
  synchronized <T> T afterwards(Work<T> work) throws SQLException {
    return work.on(writer());
  }

  private Connection writer() throws SQLException {
    boolean idle = System.nanoTime() - lastWritten > IDLE_NANOS;
    if (writer != null && idle && !writer.isValid(ANSWER_SECONDS)) {
      abandon();
    }
    if (writer == null) {
      writer = forWriting.getConnection();
    }
    return writer;
  }

  /** A connection on which something failed may be in any state: the next one writes on a new. */
  private void abandon() {
    Connection failed = writer;
    writer = null;
    if (failed == null) {
      return;
    }
    try (failed) {
      if (!failed.getAutoCommit()) {
        failed.rollback();
      }
    } catch (SQLException alreadyLost) {
      // Then the database rolls it back by itself.
    }
  }

  /** Does {@code work}, which sees one moment of the journal and changes nothing. */
  <T> T read(Work<T> work) {
    return read(readers, work);
  }

  /** The same for {@code work} that takes a moment, since it looks little up and by its key. */
  <T> T lookUp(Work<T> work) {
    return read(readersByKey, work);
  }

  private <T> T read(Readers from, Work<T> work) {
    try (Connection connection = from.connection()) {
      return moment(connection, work);
    } catch (SQLException failed) {
      throw failures.unavailable(failed);
    } catch (IllegalArgumentException damaged) {
      throw failures.unreadable(damaged);
    }
  }

  /** The same with a connection of its own, for a journal that is not in use. */
  static <T> T readOnce(Database database, Work<T> work) {
    Failures failures = new Failures(database);
    failures.requirePresent();
    try (Connection connection = database.forReading().getConnection()) {
      return moment(connection, work);
    } catch (SQLException failed) {
      throw failures.unreadable(failed);
    } catch (IllegalArgumentException damaged) {
      throw failures.unreadable(damaged);
    }
  }

  private static <T> T moment(Connection connection, Work<T> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      if (connection
          .getMetaData()
          .supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)) {
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      }
      return work.on(connection);
    } finally {
      connection.rollback();
    }
  }

  /** Makes {@code query} hold a part of a long result at a time. */
  static void stream(java.sql.Statement query) throws SQLException {
    query.setFetchSize(ROWS_AT_A_TIME);
  }

  /** Closes all of them. */
  @Override
  public void close() {
    synchronized (this) {
      abandon();
    }
    readers.close();
    readersByKey.close();
  }

  JournalFault unavailable(SQLException failure) {
    return failures.unavailable(failure);
  }
}
