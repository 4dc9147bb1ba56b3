package org.preclaim.journal.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** A few connections for reading, opened when somebody reads. */
final class Readers implements AutoCloseable {

  private static final long WAIT_MILLIS = 5_000;

  private final Database database;
  private final String name;
  private final int count;
  private volatile @Nullable HikariDataSource pool;

  /**
   * Connections to {@code database}.
   *
   * @param name of their threads
   * @param count how many at most
   */
  Readers(Database database, String name, int count) {
    this.database = database;
    this.name = name;
    this.count = count;
  }

  /** All connections are in use, and were for a while. */
  static final class AllBusy extends SQLException {

    private static final long serialVersionUID = 1L;

    private final int connections;

    AllBusy(int connections, SQLException timeout) {
      super(timeout);
      this.connections = connections;
    }

    int connections() {
      return connections;
    }
  }

  /** One of them, for whoever closes it; waits where all are in use. */
  Connection connection() throws SQLException {
    try {
      return pool().getConnection();
    } catch (SQLTransientConnectionException timeout) {
      // The pool tells both like this: that none was given back, and that none could be opened.
      if (timeout.getCause() instanceof SQLException refused) {
        throw refused;
      }
      throw new AllBusy(count, timeout);
    }
  }

  private HikariDataSource pool() {
    HikariDataSource open = pool;
    return open == null ? opened() : open;
  }

  private synchronized HikariDataSource opened() {
    HikariDataSource open = pool;
    if (open == null) {
      HikariConfig config = new HikariConfig();
      config.setPoolName(name);
      config.setDataSource(database.forReading());
      config.setReadOnly(true);
      config.setMaximumPoolSize(count);
      config.setMinimumIdle(0);
      config.setConnectionTimeout(WAIT_MILLIS);
      config.setInitializationFailTimeout(-1);
      open = new HikariDataSource(config);
      pool = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    HikariDataSource open = pool;
    if (open != null) {
      open.close();
    }
  }
}
