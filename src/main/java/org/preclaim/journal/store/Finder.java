package org.preclaim.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.EntryKind;
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
    List<Object> values = new ArrayList<>();
    String sql = Rows.BOTH + conditions(search, values);
    try (PreparedStatement query = prepared(connection, sql, values)) {
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
    List<Object> values = new ArrayList<>();
    String sql = Rows.SEQUENCES + conditions(search, values);
    try (PreparedStatement query = prepared(connection, sql, values)) {
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

  private static PreparedStatement prepared(Connection connection, String sql, List<Object> values)
      throws SQLException {
    PreparedStatement query = connection.prepareStatement(sql);
    for (int index = 0; index < values.size(); index++) {
      query.setObject(index + 1, values.get(index));
    }
    return query;
  }

  /** The end of a query; puts the values for its question marks into {@code values}. */
  private static String conditions(Search search, List<Object> values) {
    boolean newest = search.order() == Search.Order.NEWEST_FIRST;
    List<String> conditions = new ArrayList<>();
    condition(conditions, values, "e.kind = ?", EntryKind.DECISION.word());
    condition(conditions, values, "p.encounter_id = ?", search.encounterId());
    condition(conditions, values, "e.at_millis >= ?", millis(search.from()));
    condition(conditions, values, "e.at_millis < ?", millis(search.until()));
    condition(conditions, values, newest ? "e.sequence < ?" : "e.sequence > ?", search.beyond());
    for (String term : search.terms()) {
      condition(
          conditions,
          values,
          "EXISTS (SELECT 1 FROM journal_term t WHERE t.term = ? AND t.sequence = e.sequence)",
          term);
    }
    values.add(search.limit());
    return " WHERE "
        + String.join(" AND ", conditions)
        + (newest ? " ORDER BY e.sequence DESC LIMIT ?" : " ORDER BY e.sequence LIMIT ?");
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private static void condition(
      List<String> conditions, List<Object> values, String condition, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.add(value);
    }
  }
}
