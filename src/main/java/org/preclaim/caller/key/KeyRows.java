package org.preclaim.caller.key;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Role;

/** Keys as rows of their table. */
final class KeyRows {

  private static final String SELECT =
      "SELECT id, caller, roles, verifier, created_millis, expires_millis, ended_millis"
          + " FROM api_key";
  private static final String ORDER = " ORDER BY caller, created_millis, id";

  private KeyRows() {}

  static List<ApiKey> all(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SELECT + ORDER)) {
      return read(query);
    }
  }

  /** The keys of a caller, the oldest first. */
  static List<ApiKey> of(Connection connection, String caller) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(SELECT + " WHERE caller = ?" + ORDER)) {
      query.setString(1, caller);
      return read(query);
    }
  }

  private static List<ApiKey> read(PreparedStatement query) throws SQLException {
    List<ApiKey> keys = new ArrayList<>();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        keys.add(
            new ApiKey(
                rows.getString(1),
                rows.getString(2),
                roles(rows.getString(3)),
                rows.getString(4),
                Instant.ofEpochMilli(rows.getLong(5)),
                moment(rows, 6),
                moment(rows, 7)));
      }
    }
    return keys;
  }

  /** A role of a later version opens nothing in this one. */
  private static Set<Role> roles(String words) {
    List<String> given = List.of(words.split(","));
    return Arrays.stream(Role.values())
        .filter(role -> given.contains(role.word()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  private static @Nullable Instant moment(ResultSet rows, int column) throws SQLException {
    long millis = rows.getLong(column);
    return rows.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  static void putCaller(Connection connection, String name, Instant created) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO api_caller (name, created_millis) VALUES (?, ?)")) {
      insert.setString(1, name);
      insert.setLong(2, created.toEpochMilli());
      insert.executeUpdate();
    }
  }

  static void put(Connection connection, ApiKey key) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO api_key (id, caller, roles, verifier, created_millis, expires_millis,"
                + " ended_millis) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, key.id());
      insert.setString(2, key.caller());
      insert.setString(
          3, key.roles().stream().sorted().map(Role::word).collect(Collectors.joining(",")));
      insert.setString(4, key.verifier());
      insert.setLong(5, key.created().toEpochMilli());
      moment(insert, 6, key.expires());
      moment(insert, 7, key.ended());
      insert.executeUpdate();
    }
  }

  private static void moment(PreparedStatement insert, int index, @Nullable Instant moment)
      throws SQLException {
    if (moment == null) {
      insert.setNull(index, Types.BIGINT);
    } else {
      insert.setLong(index, moment.toEpochMilli());
    }
  }

  static void end(Connection connection, ApiKey key, Instant ended) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE api_key SET ended_millis = ? WHERE id = ?")) {
      update.setLong(1, ended.toEpochMilli());
      update.setString(2, key.id());
      update.executeUpdate();
    }
  }
}
