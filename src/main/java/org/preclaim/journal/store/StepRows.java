package org.preclaim.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.preclaim.journal.chain.EntryKind;
import org.preclaim.journal.chain.RecordedStep;
import org.preclaim.journal.chain.Statement;

/** The steps in the lives of releases as rows. */
final class StepRows {

  private StepRows() {}

  /** Writes the step that an entry says. */
  static void put(Connection connection, long sequence, Statement said) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO journal_step (sequence, id, at_millis, caller, release_id, said)"
                + " VALUES (?, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, sequence);
      insert.setString(2, said.id());
      insert.setLong(3, said.at().toEpochMilli());
      insert.setString(4, said.caller());
      insert.setString(5, said.release());
      insert.setString(6, said.said());
      insert.executeUpdate();
    }
  }

  /** The number of the last one; 0 where there is none. */
  static long last(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("SELECT MAX(sequence) FROM journal_step");
        ResultSet row = query.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /** Those after {@code sequence}, in their order. */
  static List<RecordedStep> beyond(Connection connection, long sequence) throws SQLException {
    List<RecordedStep> steps = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT sequence, id, at_millis, caller, release_id, said FROM journal_step"
                + " WHERE sequence > ? ORDER BY sequence")) {
      query.setLong(1, sequence);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Statement said =
              new Statement(
                  EntryKind.STEP,
                  row.getString(2),
                  Instant.ofEpochMilli(row.getLong(3)),
                  row.getString(4),
                  row.getString(5),
                  "",
                  row.getString(6),
                  "");
          steps.add(new RecordedStep(row.getLong(1), said));
        }
      }
    }
    return steps;
  }

  /**
   * Whether there is the table at all: a journal that is only read may be of an earlier version.
   */
  static boolean areKept(Connection connection) throws SQLException {
    try (ResultSet table =
        connection.getMetaData().getTables(null, null, "journal_step", new String[] {"TABLE"})) {
      return table.next();
    }
  }
}
