package org.preclaim.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.preclaim.journal.chain.Root;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.StoredEntry;

/** Looks entries up. */
final class Finder {

  private Finder() {}

  /** The entry of a decision or event with this id. */
  static Optional<StoredEntry> byId(Connection connection, String id) throws SQLException {
    return one(connection, Rows.BOTH + " WHERE e.id = ?", id);
  }

  /** The entry of the request that carried this idempotency key. */
  static Optional<StoredEntry> byKey(Connection connection, String idempotencyKey)
      throws SQLException {
    return one(connection, Rows.BOTH + " WHERE p.idempotency_key = ?", idempotencyKey);
  }

  private static Optional<StoredEntry> one(Connection connection, String sql, String value)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, value);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(Rows.stored(row)) : Optional.empty();
      }
    }
  }

  /** The page of decisions that {@code search} asks for. */
  static List<StoredEntry> search(Connection connection, Search search) throws SQLException {
    try (PreparedStatement query = new SearchQuery(Rows.SELECT_BOTH, search).on(connection)) {
      List<StoredEntry> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(Rows.stored(rows));
        }
      }
      return found;
    }
  }

  /** Hands over the number of each decision that {@code search} asks for, in its order. */
  static void sequences(Connection connection, Search search, LongConsumer taker)
      throws SQLException {
    try (PreparedStatement query = new SearchQuery("SELECT e.sequence", search).on(connection)) {
      Connections.stream(query);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          taker.accept(rows.getLong(1));
        }
      }
    }
  }

  /** The entries with these numbers that are there, in their order. */
  static List<StoredEntry> entries(Connection connection, List<Long> sequences)
      throws SQLException {
    List<StoredEntry> found = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(Rows.BOTH + " WHERE e.sequence = ?")) {
      for (long sequence : sequences) {
        query.setLong(1, sequence);
        try (ResultSet row = query.executeQuery()) {
          if (row.next()) {
            found.add(Rows.stored(row));
          }
        }
      }
    }
    return found;
  }

  /** How far the journal goes. */
  static Root head(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("SELECT sequence, seal FROM journal_head WHERE id = 1");
        ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("the journal has no head");
      }
      return Rows.head(row);
    }
  }

  /** The state at the end of the batch of an entry; none where the journal does not go so far. */
  static Optional<Root> rootAt(Connection connection, long sequence) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT last_sequence, seal FROM journal_batch WHERE last_sequence >= ?"
                + " ORDER BY last_sequence LIMIT 1")) {
      query.setLong(1, sequence);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(Rows.head(row)) : Optional.empty();
      }
    }
  }
}
