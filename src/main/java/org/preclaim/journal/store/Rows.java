package org.preclaim.journal.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.Batch;
import org.preclaim.journal.chain.Entry;
import org.preclaim.journal.chain.EntryKind;
import org.preclaim.journal.chain.Hash;
import org.preclaim.journal.chain.PersonalFacts;
import org.preclaim.journal.chain.PersonalFacts.Request;
import org.preclaim.journal.chain.Root;
import org.preclaim.journal.chain.SaltedFacts;
import org.preclaim.journal.chain.Statement;
import org.preclaim.journal.chain.StoredEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Entries, personal facts and batches as rows of their tables. */
final class Rows {

  static final String ENTRY =
      "e.sequence, e.kind, e.id, e.at_millis, e.recorded_millis, e.caller, e.release_id, e.facts,"
          + " e.said, e.trace, e.commitment, e.hash";
  static final String PERSONAL =
      "p.salt, p.encounter_id, p.patient_key, p.birth_date, p.documentation, p.idempotency_key,"
          + " p.request_digest";
  static final String SELECT_BOTH = "SELECT " + ENTRY + ", " + PERSONAL;
  static final String WITH_PERSONAL = " LEFT JOIN journal_personal p ON p.sequence = e.sequence";
  static final String BOTH = SELECT_BOTH + " FROM journal_entry e" + WITH_PERSONAL;
  static final String INSERT_ENTRY =
      "INSERT INTO journal_entry (sequence, kind, id, at_millis, recorded_millis, caller,"
          + " release_id, facts, said, trace, commitment, hash)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  static final String INSERT_PERSONAL =
      "INSERT INTO journal_personal (sequence, salt, encounter_id, patient_key, birth_date,"
          + " documentation, idempotency_key, request_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  static final String INSERT_TERM = "INSERT INTO journal_term (term, sequence) VALUES (?, ?)";
  static final String INSERT_BATCH =
      "INSERT INTO journal_batch (last_sequence, first_sequence, merkle_root, last_hash, seal)"
          + " VALUES (?, ?, ?, ?, ?)";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Rows() {}

  static void put(PreparedStatement insert, Entry entry) throws SQLException {
    Statement said = entry.statement();
    insert.setLong(1, entry.sequence());
    insert.setString(2, said.kind().word());
    insert.setString(3, said.id());
    insert.setLong(4, said.at().toEpochMilli());
    insert.setLong(5, entry.recordedAt().toEpochMilli());
    insert.setString(6, said.caller());
    insert.setString(7, said.release());
    insert.setString(8, said.facts());
    insert.setString(9, said.said());
    insert.setString(10, said.trace());
    insert.setString(11, entry.commitment().hex());
    insert.setString(12, entry.hash().hex());
    insert.addBatch();
  }

  static void put(PreparedStatement insert, long sequence, SaltedFacts salted) throws SQLException {
    PersonalFacts facts = salted.facts();
    insert.setLong(1, sequence);
    insert.setString(2, salted.salt().hex());
    insert.setString(3, facts.encounterId());
    insert.setString(4, facts.patientKey());
    text(insert, 5, facts.birthDate());
    text(
        insert,
        6,
        facts.documentation().isEmpty() ? null : JSON.writeValueAsString(facts.documentation()));
    Request request = facts.request();
    text(insert, 7, request == null ? null : request.idempotencyKey());
    text(insert, 8, request == null ? null : request.body().hex());
    insert.addBatch();
  }

  private static void text(PreparedStatement insert, int index, @Nullable Object value)
      throws SQLException {
    if (value == null) {
      insert.setNull(index, Types.VARCHAR);
    } else {
      insert.setString(index, value.toString());
    }
  }

  static void put(PreparedStatement insert, Batch batch) throws SQLException {
    insert.setLong(1, batch.last());
    insert.setLong(2, batch.first());
    insert.setString(3, batch.merkleRoot().hex());
    insert.setString(4, batch.lastHash().hex());
    insert.setString(5, batch.seal().hex());
    insert.executeUpdate();
  }

  /**
   * The row of a query that begins with {@link #SELECT_BOTH}; throws {@link
   * IllegalArgumentException} where it was not written like that.
   */
  static StoredEntry stored(ResultSet row) throws SQLException {
    try {
      return read(row);
    } catch (DateTimeException | JacksonException damaged) {
      throw new IllegalArgumentException("not as it was written", damaged);
    }
  }

  private static StoredEntry read(ResultSet row) throws SQLException {
    Statement said =
        new Statement(
            EntryKind.of(row.getString(2)),
            row.getString(3),
            Instant.ofEpochMilli(row.getLong(4)),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            row.getString(9),
            row.getString(10));
    Entry entry =
        new Entry(
            row.getLong(1),
            Instant.ofEpochMilli(row.getLong(5)),
            said,
            new Hash(row.getString(11)),
            new Hash(row.getString(12)));
    return new StoredEntry(entry, personal(row));
  }

  private static @Nullable SaltedFacts personal(ResultSet row) throws SQLException {
    String salt = row.getString("salt");
    if (salt == null) {
      return null;
    }
    String birthDate = row.getString("birth_date");
    String documentation = row.getString("documentation");
    String idempotencyKey = row.getString("idempotency_key");
    String digest = row.getString("request_digest");
    PersonalFacts facts =
        new PersonalFacts(
            row.getString("encounter_id"),
            row.getString("patient_key"),
            birthDate == null ? null : LocalDate.parse(birthDate),
            documentation == null ? Collections.emptySortedMap() : values(documentation),
            request(idempotencyKey, digest));
    return new SaltedFacts(new Hash(salt), facts);
  }

  private static @Nullable Request request(@Nullable String key, @Nullable String digest) {
    if (key == null && digest == null) {
      return null;
    }
    if (key == null || digest == null) {
      throw new IllegalArgumentException("half of a request");
    }
    return new Request(key, new Hash(digest));
  }

  private static SortedMap<Integer, String> values(String documentation) {
    Map<Integer, String> values =
        JSON.readValue(documentation, new TypeReference<Map<Integer, String>>() {});
    SortedMap<Integer, String> sorted = new TreeMap<>(values);
    if (!JSON.writeValueAsString(sorted).equals(documentation)) {
      throw new IllegalArgumentException("not as it was written");
    }
    return sorted;
  }

  /** The row of a query for last_sequence, first_sequence, merkle_root, last_hash, seal. */
  static Batch batch(ResultSet row) throws SQLException {
    return new Batch(
        row.getLong(2),
        row.getLong(1),
        new Hash(row.getString(3)),
        new Hash(row.getString(4)),
        new Hash(row.getString(5)));
  }

  /** The row of a query for sequence and seal of the head. */
  static Root head(ResultSet row) throws SQLException {
    return new Root(new Hash(row.getString(2)), row.getLong(1));
  }
}
