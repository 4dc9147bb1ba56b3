package org.preclaim.journal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where a journal is kept. */
public sealed interface Database permits SqliteFile, PostgresServer {

  /**
   * The database that {@code address} names: a JDBC URL of PostgreSQL or SQLite, or a file.
   *
   * @throws IllegalArgumentException with a message for the user, where it is another database's
   */
  static Database at(String address) {
    if (address.startsWith(PostgresServer.PREFIX)) {
      return new PostgresServer(address);
    }
    if (address.startsWith(SqliteFile.PREFIX)) {
      return SqliteFile.of(address);
    }
    if (address.startsWith("jdbc:")) {
      throw new IllegalArgumentException(
          "the journal is kept in SQLite or PostgreSQL: expected a file, `jdbc:sqlite:…` or"
              + " `jdbc:postgresql:…`");
    }
    return new SqliteFile(Path.of(address), "");
  }

  /** What the user calls it; without credentials. */
  String name();

  /** Connections for whoever writes. */
  DataSource forWriting();

  /** Connections that cannot write, each of which sees one moment in a transaction. */
  DataSource forReading();

  /** What this database calls what the SQL leaves open. */
  Map<String, String> words();

  /** The end of a query whose row nobody else may read for writing until the transaction ends. */
  String locking();

  /** What this failure is in words that quote nothing; absent where the state has to say it. */
  @Nullable String words(SQLException failure);

  /** Whether the failure lies in what was to be written, not in the database. */
  boolean refusesContent(SQLException failure);

  /**
   * Sees to it that what was deleted is gone from the disk as far as the database can; false where
   * somebody who reads still keeps it there.
   */
  boolean forget(Connection connection) throws SQLException;

  /** Why there is nothing here that could be read, in words; absent where there may be. */
  @Nullable String absence();

  /**
   * What the database itself finds wrong with its pages; absent where nothing is.
   *
   * @throws SQLException where it cannot even look
   */
  @Nullable String damage(Connection connection) throws SQLException;

  /**
   * A trigger, rule or view that acts on the journal's tables or stands in place of one, in words;
   * the journal makes none. Absent where there is none.
   */
  @Nullable String foreign(Connection connection) throws SQLException;
}
