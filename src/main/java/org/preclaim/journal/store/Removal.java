package org.preclaim.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What may leave a journal: personal facts of a patient, and whole batches that are old enough. */
final class Removal {

  private final Connection connection;

  Removal(Connection connection) {
    this.connection = connection;
  }

  /** Deletes the personal facts of a patient; the entries that had them, in rising order. */
  List<Long> erase(String patientKey) throws SQLException {
    List<Long> sequences = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT sequence FROM journal_personal WHERE patient_key = ? ORDER BY sequence");
        PreparedStatement delete =
            connection.prepareStatement("DELETE FROM journal_personal WHERE patient_key = ?")) {
      query.setString(1, patientKey);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          sequences.add(rows.getLong(1));
        }
      }
      delete.setString(1, patientKey);
      delete.executeUpdate();
    }
    return sequences;
  }

  /**
   * Deletes the entries of the batches at the beginning in which everything is older than {@code
   * before}; the last entry that went, or none where none did.
   */
  OptionalLong letGo(Instant before) throws SQLException {
    long firstToStay =
        number(
            "SELECT MIN(sequence) FROM journal_entry WHERE at_millis >= ?", before.toEpochMilli());
    long last =
        number(
            "SELECT MAX(last_sequence) FROM journal_batch WHERE last_sequence < ?",
            firstToStay == 0 ? Long.MAX_VALUE : firstToStay);
    long first = number("SELECT MIN(sequence) FROM journal_entry WHERE sequence > ?", 0);
    if (first == 0 || last < first) {
      return OptionalLong.empty();
    }
    for (String table : List.of("journal_entry", "journal_personal", "journal_term")) {
      try (PreparedStatement delete =
          connection.prepareStatement("DELETE FROM " + table + " WHERE sequence <= ?")) {
        delete.setLong(1, last);
        delete.executeUpdate();
      }
    }
    return OptionalLong.of(last);
  }

  /** The number that a query gives; 0 where it gives none. */
  private long number(String sql, long value) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, value);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
