package org.preclaim.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;

/** One change to a journal's database at a random place, and what a check has to name. */
final class Tampering {

  private static final List<String> TEXTS =
      List.of("kind", "id", "caller", "release_id", "facts", "said", "trace", "commitment", "hash");
  private static final List<String> PERSONAL =
      List.of("salt", "encounter_id", "patient_key", "birth_date", "documentation");

  private final Connection connection;
  private final Random random;
  private final int entries;

  Tampering(Connection connection, Random random, int entries) {
    this.connection = connection;
    this.random = random;
    this.entries = entries;
  }

  /**
   * What was done.
   *
   * @param what in words
   * @param entry the first wrong entry
   */
  record Done(String what, long entry) {}

  Done somewhere() throws SQLException {
    long entry = 1L + random.nextInt(entries);
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> flip("journal_entry", pick(TEXTS), entry);
      case 3 -> flip("journal_personal", pick(PERSONAL), entry);
      case 4 -> run("times", entry, "UPDATE journal_entry SET at_millis = at_millis + 1", entry);
      case 5 -> run("deleted", entry, "DELETE FROM journal_entry", entry);
      case 6 -> run("personal facts deleted", entry, "DELETE FROM journal_personal", entry);
      case 7 -> run("terms deleted", entry, "DELETE FROM journal_term", entry);
      case 8 -> swapped(entry);
      case 9 -> inserted();
      case 10 -> cutOff(entry);
      default -> batch();
    };
  }

  private Done run(String what, long wrong, String sql, long entry) throws SQLException {
    execute(sql + " WHERE sequence = " + entry);
    return new Done(what + " of entry " + entry, wrong);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Another character at a place of a text that is there; else its time. */
  private Done flip(String table, String column, long entry) throws SQLException {
    String text = text("SELECT " + column + " FROM " + table + " WHERE sequence = " + entry);
    if (text.isEmpty()) {
      return run("times", entry, "UPDATE journal_entry SET recorded_millis = 7", entry);
    }
    int place = random.nextInt(text.length());
    char other = text.charAt(place) == 'x' ? 'y' : 'x';
    String changed = text.substring(0, place) + other + text.substring(place + 1);
    update("UPDATE " + table + " SET " + column + " = ? WHERE sequence = " + entry, changed);
    return new Done(column + " of entry " + entry + " at " + place, entry);
  }

  private String text(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      String text = row.next() ? row.getString(1) : null;
      return text == null ? "" : text;
    }
  }

  private void update(String sql, String value) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, value);
      update.executeUpdate();
    }
  }

  private Done swapped(long entry) throws SQLException {
    long other = 1 + entry % entries;
    for (String table : List.of("journal_entry", "journal_personal", "journal_term")) {
      execute("UPDATE " + table + " SET sequence = -1 WHERE sequence = " + entry);
      execute("UPDATE " + table + " SET sequence = " + entry + " WHERE sequence = " + other);
      execute("UPDATE " + table + " SET sequence = " + other + " WHERE sequence = -1");
    }
    return new Done("entries " + entry + " and " + other, Math.min(entry, other));
  }

  private Done inserted() throws SQLException {
    execute(
        "INSERT INTO journal_entry SELECT sequence + 1, kind, 'other', at_millis, recorded_millis,"
            + " caller, release_id, facts, said, trace, commitment, hash FROM journal_entry"
            + " WHERE sequence = "
            + entries);
    return new Done("an entry more", entries + 1L);
  }

  /** With everything that stands beside the entries, but for the head. */
  private Done cutOff(long entry) throws SQLException {
    long last =
        Long.parseLong(
            "0"
                + text(
                    "SELECT MAX(last_sequence) FROM journal_batch WHERE last_sequence < " + entry));
    execute("DELETE FROM journal_batch WHERE last_sequence > " + last);
    for (String table : List.of("journal_entry", "journal_personal", "journal_term")) {
      execute("DELETE FROM " + table + " WHERE sequence > " + last);
    }
    return new Done("cut off after " + last, last + 1);
  }

  private Done batch() throws SQLException {
    String column = pick(List.of("merkle_root", "last_hash", "seal"));
    long last =
        Long.parseLong(text("SELECT last_sequence FROM journal_batch ORDER BY RANDOM() LIMIT 1"));
    long first =
        Long.parseLong(
            text("SELECT first_sequence FROM journal_batch WHERE last_sequence = " + last));
    update(
        "UPDATE journal_batch SET " + column + " = ? WHERE last_sequence = " + last,
        "f".repeat(63) + random.nextInt(10));
    return new Done(column + " of the batch to " + last, first);
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
