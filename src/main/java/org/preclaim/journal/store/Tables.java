package org.preclaim.journal.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.preclaim.journal.chain.JournalFault;

/**
 * The tables of other rooms in a journal's database, so that whoever keeps a journal needs no
 * second database. Every method throws {@link JournalFault} where the database does not do its
 * part; then nothing was changed. Safe for use by many threads.
 */
public final class Tables implements AutoCloseable {

  private final Connections connections;

  private Tables(Database database) {
    this.connections = new Connections(database);
  }

  /**
   * The tables beside the journal at {@code address}, made or brought up to date.
   *
   * @throws IllegalArgumentException with a message for the user, where the address is no journal's
   */
  public static Tables beside(String address) {
    Database database = Database.at(address);
    Schema.prepare(database);
    return new Tables(database);
  }

  /** Work within a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T on(Connection connection) throws SQLException;
  }

  /** Does {@code work}, which sees one moment and changes nothing. */
  public <T> T read(Work<T> work) {
    return connections.read(work::on);
  }

  /** Does {@code work} and commits it; where it fails nothing of it stays. */
  public <T> T write(Work<T> work) {
    try {
      return connections.write(work::on);
    } catch (SQLException failed) {
      throw connections.unavailable(failed);
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}
