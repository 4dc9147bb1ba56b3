package org.preclaim.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.preclaim.release.LockedFile;
import org.preclaim.release.PolicyFiles;
import org.preclaim.release.ReleaseDigest;
import org.preclaim.release.ReleaseLock;
import org.preclaim.release.StoredRelease;

/** Releases as rows: each file once, however many releases hold it. */
final class ReleaseRows {

  private ReleaseRows() {}

  /**
   * Stores {@code release} where it is not stored yet; the name under which it is stored, which is
   * the one of the first time.
   */
  static String keep(Connection connection, StoredRelease release) throws SQLException {
    try (PreparedStatement files =
            connection.prepareStatement(
                "INSERT INTO journal_file (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING");
        PreparedStatement releases =
            connection.prepareStatement(
                "INSERT INTO journal_release (id, name, lock_text) VALUES (?, ?, ?)"
                    + " ON CONFLICT DO NOTHING")) {
      SortedMap<String, byte[]> byDigest = new TreeMap<>();
      release.files().forEach((path, bytes) -> byDigest.put(ReleaseDigest.of(bytes), bytes));
      for (var file : byDigest.entrySet()) {
        files.setString(1, file.getKey());
        files.setBytes(2, file.getValue());
        files.executeUpdate();
      }
      releases.setString(1, release.id());
      releases.setString(2, release.name());
      releases.setString(3, release.lock().text());
      releases.executeUpdate();
    }
    return name(connection, release.id());
  }

  private static String name(Connection connection, String id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT name FROM journal_release WHERE id = ?")) {
      query.setString(1, id);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("the release is not stored");
        }
        return row.getString(1);
      }
    }
  }

  /** All that are stored, by id. */
  static List<String> ids(Connection connection) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM journal_release ORDER BY id")) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return ids;
  }

  /** The release with this id; none where it is not there, or not as it was stored. */
  static Optional<StoredRelease> find(Connection connection, String id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT name, lock_text FROM journal_release WHERE id = ?")) {
      query.setString(1, id);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        ReleaseLock lock = ReleaseLock.parse(row.getString(2));
        return lock.id().equals(id)
            ? withFiles(connection, row.getString(1), lock)
            : Optional.empty();
      } catch (IllegalArgumentException noLockFile) {
        return Optional.empty();
      }
    }
  }

  private static Optional<StoredRelease> withFiles(
      Connection connection, String name, ReleaseLock lock) throws SQLException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    try (PreparedStatement query =
        connection.prepareStatement("SELECT content FROM journal_file WHERE sha256 = ?")) {
      for (LockedFile file : lock.files()) {
        query.setString(1, file.sha256());
        try (ResultSet row = query.executeQuery()) {
          byte[] bytes = row.next() ? row.getBytes(1) : new byte[0];
          if (!ReleaseDigest.of(bytes).equals(file.sha256())) {
            return Optional.empty();
          }
          files.put(file.path(), bytes);
        }
      }
    }
    return Optional.of(new StoredRelease(name, lock, new PolicyFiles(files)));
  }
}
