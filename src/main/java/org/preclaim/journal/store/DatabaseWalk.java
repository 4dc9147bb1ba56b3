package org.preclaim.journal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.preclaim.journal.chain.Walk;

/** Reads a journal from a database in the order of its chain, a part at a time. */
final class DatabaseWalk {

  private DatabaseWalk() {}

  static void over(Connection connection, Walk taker) throws SQLException {
    try (Statement entries = connection.createStatement();
        Statement batches = connection.createStatement();
        Statement heads = connection.createStatement()) {
      Connections.stream(entries);
      Connections.stream(batches);
      try (ResultSet entryRows = entries.executeQuery(Rows.BOTH + " ORDER BY e.sequence");
          ResultSet batchRows =
              batches.executeQuery(
                  "SELECT last_sequence, first_sequence, merkle_root, last_hash, seal"
                      + " FROM journal_batch ORDER BY last_sequence");
          ResultSet head =
              heads.executeQuery("SELECT sequence, seal FROM journal_head WHERE id = 1")) {
        boolean entry = entryRows.next();
        while (batchRows.next()) {
          while (entry && entryRows.getLong(1) <= batchRows.getLong(1)) {
            taker.entry(Rows.stored(entryRows));
            entry = entryRows.next();
          }
          taker.batch(Rows.batch(batchRows));
        }
        while (entry) {
          taker.entry(Rows.stored(entryRows));
          entry = entryRows.next();
        }
        if (head.next()) {
          taker.end(Rows.head(head));
        }
      }
    }
  }
}
