package org.preclaim.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.Batch;
import org.preclaim.journal.chain.Draft;
import org.preclaim.journal.chain.Entry;
import org.preclaim.journal.chain.EntryKind;
import org.preclaim.journal.chain.Hash;
import org.preclaim.journal.chain.PersonalFacts.Request;
import org.preclaim.journal.chain.Receipt;
import org.preclaim.journal.chain.Root;
import org.preclaim.journal.chain.SaltedFacts;
import org.preclaim.journal.chain.StoredEntry;

/** Appends a batch of drafts to the chain, within a transaction that somebody else commits. */
final class Appender {

  private final Database database;
  private final Connection connection;

  Appender(Database database, Connection connection) {
    this.database = database;
    this.connection = connection;
  }

  /** The state of the chain, which nobody else changes until the transaction ends. */
  Root lockHead() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet head =
            statement.executeQuery(
                "SELECT sequence, seal FROM journal_head WHERE id = 1" + database.locking())) {
      if (!head.next()) {
        throw new SQLException("the journal has no head");
      }
      return Rows.head(head);
    }
  }

  /** Appends the drafts after {@code head}; a receipt for each, in their order. */
  List<Receipt> append(Root head, List<Draft> drafts, Instant recordedAt) throws SQLException {
    Map<String, StoredEntry> byKey = new HashMap<>();
    List<Receipt> receipts = new ArrayList<>();
    List<Draft> recorded = new ArrayList<>();
    List<Hash> hashes = new ArrayList<>();
    Hash previous = lastHash(head);
    for (Draft draft : drafts) {
      String key = key(draft);
      StoredEntry known = key == null ? null : byKey.containsKey(key) ? byKey.get(key) : find(key);
      if (known != null) {
        receipts.add(new Receipt.Known(known));
        continue;
      }
      long sequence = head.sequence() + hashes.size() + 1;
      Entry entry =
          Entry.after(previous, sequence, recordedAt, draft.statement(), draft.commitment());
      StoredEntry stored = new StoredEntry(entry, draft.personal());
      previous = entry.hash();
      hashes.add(previous);
      recorded.add(draft);
      receipts.add(new Receipt.Recorded(stored));
      if (key != null) {
        byKey.put(key, stored);
      }
    }
    if (!hashes.isEmpty()) {
      write(receipts, recorded);
      seal(Batch.after(head, hashes));
    }
    return receipts;
  }

  private static @Nullable String key(Draft draft) {
    SaltedFacts personal = draft.personal();
    Request request = personal == null ? null : personal.facts().request();
    return request == null ? null : request.idempotencyKey();
  }

  private @Nullable StoredEntry find(String idempotencyKey) throws SQLException {
    return Finder.byKey(connection, idempotencyKey).orElse(null);
  }

  private Hash lastHash(Root head) throws SQLException {
    if (head.sequence() == 0) {
      return Hash.NONE;
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT last_hash FROM journal_batch WHERE last_sequence = ?")) {
      query.setLong(1, head.sequence());
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("the journal's last batch is gone");
        }
        return new Hash(row.getString(1));
      }
    }
  }

  private void write(List<Receipt> receipts, List<Draft> drafts) throws SQLException {
    try (PreparedStatement entries = connection.prepareStatement(Rows.INSERT_ENTRY);
        PreparedStatement personal = connection.prepareStatement(Rows.INSERT_PERSONAL);
        PreparedStatement terms = connection.prepareStatement(Rows.INSERT_TERM)) {
      int index = 0;
      for (Receipt receipt : receipts) {
        if (receipt instanceof Receipt.Recorded recorded) {
          StoredEntry stored = recorded.stored();
          Rows.put(entries, stored.entry());
          SaltedFacts facts = stored.personal();
          if (facts != null) {
            Rows.put(personal, stored.entry().sequence(), facts);
          }
          if (stored.entry().statement().kind() == EntryKind.STEP) {
            StepRows.put(connection, stored.entry().sequence(), stored.entry().statement());
          }
          for (String term : drafts.get(index++).terms()) {
            terms.setString(1, term);
            terms.setLong(2, stored.entry().sequence());
            terms.addBatch();
          }
        }
      }
      entries.executeBatch();
      personal.executeBatch();
      terms.executeBatch();
    }
  }

  private void seal(Batch batch) throws SQLException {
    try (PreparedStatement batches = connection.prepareStatement(Rows.INSERT_BATCH);
        PreparedStatement head =
            connection.prepareStatement(
                "UPDATE journal_head SET sequence = ?, seal = ? WHERE id = 1")) {
      Rows.put(batches, batch);
      head.setLong(1, batch.last());
      head.setString(2, batch.seal().hex());
      head.executeUpdate();
    }
  }
}
