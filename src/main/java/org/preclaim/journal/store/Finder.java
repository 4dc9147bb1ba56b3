package org.preclaim.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    String sql = search.sql(values);
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int index = 0; index < values.size(); index++) {
        query.setObject(index + 1, values.get(index));
      }
      List<StoredEntry> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(Rows.stored(rows));
        }
      }
      return found;
    }
  }
}
