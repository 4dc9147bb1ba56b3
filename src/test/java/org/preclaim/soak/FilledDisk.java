package org.preclaim.soak;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The disk of a journal in SQLite, which ends where the service may use so many pages and no more.
 * Ballast takes what room there is, and gives it back; a disk of its own would need a mount.
 */
final class FilledDisk {

  private static final int PAGE_BYTES = 4096;
  private static final int LAST_PAGES = 8;

  private final Path file;
  private final long pagesMax;

  /** The disk on which {@code file} stands, with this many pages of room beside what is used. */
  FilledDisk(Path file, long room) throws SQLException {
    this.file = file;
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      long used = number(statement, "page_count") - number(statement, "freelist_count");
      this.pagesMax = used + room;
    }
  }

  /** Where the service is told that its journal is. */
  String address() {
    return "jdbc:sqlite:" + file + "?max_page_count=" + pagesMax;
  }

  /** Takes the room that there is. */
  void fill() throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE ballast (bytes BLOB)");
      long missing = missing(statement);
      while (missing > 0) {
        try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO ballast VALUES (zeroblob(?))")) {
          insert.setLong(1, Math.max(LAST_PAGES, missing) * PAGE_BYTES);
          insert.executeUpdate();
        }
        missing = missing(statement);
      }
    }
  }

  private long missing(Statement statement) throws SQLException {
    long free = number(statement, "freelist_count");
    return Math.max(pagesMax - number(statement, "page_count"), 0) + free;
  }

  /** Gives it back. */
  void free() throws SQLException {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute("DROP TABLE ballast");
    }
  }

  private Connection connection() throws SQLException {
    // Waits for as long as the service has the file, which it has for a moment at a time.
    return DriverManager.getConnection("jdbc:sqlite:" + file + "?busy_timeout=60000");
  }

  private static long number(Statement statement, String pragma) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
      row.next();
      return row.getLong(1);
    }
  }
}
