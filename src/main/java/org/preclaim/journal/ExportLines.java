package org.preclaim.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.Batch;
import org.preclaim.journal.chain.Entry;
import org.preclaim.journal.chain.EntryKind;
import org.preclaim.journal.chain.Hash;
import org.preclaim.journal.chain.PersonalFacts;
import org.preclaim.journal.chain.Root;
import org.preclaim.journal.chain.SaltedFacts;
import org.preclaim.journal.chain.Statement;
import org.preclaim.journal.chain.StoredEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The lines of an export, each of which reads back to what it was written from. What is canonical
 * JSON in the journal stands in them as JSON, not as text.
 */
final class ExportLines {

  /** The first line. */
  static final String HEADER = "{\"journal\":\"preclaim\",\"version\":1}";

  /** How every export begins, of this version and others. */
  static final byte[] HEADER_BEGINNING =
      "{\"journal\":\"preclaim\"".getBytes(StandardCharsets.US_ASCII);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ExportLines() {}

  static JsonNode parse(String line) {
    return JSON.readTree(line);
  }

  static String line(StoredEntry stored) {
    Entry entry = stored.entry();
    Statement said = entry.statement();
    ObjectNode line = JSON.createObjectNode();
    line.put("entry", entry.sequence());
    line.put("kind", said.kind().word());
    line.put("id", said.id());
    line.put("at", said.at().toString());
    line.put("recordedAt", entry.recordedAt().toString());
    line.put("caller", said.caller());
    line.put("release", said.release());
    json(line, "facts", said.facts());
    json(line, "said", said.said());
    json(line, "trace", said.trace());
    line.put("commitment", entry.commitment().hex());
    line.put("hash", entry.hash().hex());
    SaltedFacts personal = stored.personal();
    if (personal != null) {
      line.set("personal", personal(personal));
    }
    return line.toString();
  }

  private static void json(ObjectNode line, String name, String json) {
    if (!json.isEmpty()) {
      line.set(name, JSON.readTree(json));
    }
  }

  private static ObjectNode personal(SaltedFacts salted) {
    PersonalFacts facts = salted.facts();
    ObjectNode personal = JSON.createObjectNode();
    personal.put("salt", salted.salt().hex());
    personal.put("encounterId", facts.encounterId());
    personal.put("patientKey", facts.patientKey());
    if (facts.birthDate() != null) {
      personal.put("birthDate", facts.birthDate().toString());
    }
    if (!facts.documentation().isEmpty()) {
      ObjectNode values = personal.putObject("documentation");
      facts.documentation().forEach((index, value) -> values.put(index.toString(), value));
    }
    PersonalFacts.Request request = facts.request();
    if (request != null) {
      personal.put("idempotencyKey", request.idempotencyKey());
      personal.put("requestDigest", request.body().hex());
    }
    return personal;
  }

  /** The entry of a line; a field that is wrong shows when the line is written again. */
  static StoredEntry entry(JsonNode line) {
    Statement said =
        new Statement(
            EntryKind.of(text(line, "kind")),
            text(line, "id"),
            Instant.parse(text(line, "at")),
            text(line, "caller"),
            text(line, "release"),
            json(line, "facts"),
            json(line, "said"),
            json(line, "trace"));
    Entry entry =
        new Entry(
            line.path("entry").asLong(),
            Instant.parse(text(line, "recordedAt")),
            said,
            new Hash(text(line, "commitment")),
            new Hash(text(line, "hash")));
    JsonNode personal = line.path("personal");
    return new StoredEntry(entry, personal.isMissingNode() ? null : salted(personal));
  }

  private static SaltedFacts salted(JsonNode personal) {
    Map<Integer, String> values = new TreeMap<>();
    personal
        .path("documentation")
        .properties()
        .forEach(value -> values.put(Integer.valueOf(value.getKey()), value.getValue().asString()));
    JsonNode birthDate = personal.path("birthDate");
    PersonalFacts facts =
        new PersonalFacts(
            text(personal, "encounterId"),
            text(personal, "patientKey"),
            birthDate.isMissingNode() ? null : LocalDate.parse(birthDate.asString()),
            new TreeMap<>(values),
            request(personal));
    return new SaltedFacts(new Hash(text(personal, "salt")), facts);
  }

  private static PersonalFacts.@Nullable Request request(JsonNode personal) {
    return personal.has("idempotencyKey")
        ? new PersonalFacts.Request(
            text(personal, "idempotencyKey"), new Hash(text(personal, "requestDigest")))
        : null;
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString();
  }

  private static String json(JsonNode line, String name) {
    JsonNode node = line.path(name);
    return node.isMissingNode() ? "" : node.toString();
  }

  static String line(Batch batch) {
    ObjectNode line = JSON.createObjectNode();
    ObjectNode fields = line.putObject("batch");
    fields.put("first", batch.first());
    fields.put("last", batch.last());
    fields.put("merkleRoot", batch.merkleRoot().hex());
    fields.put("lastHash", batch.lastHash().hex());
    fields.put("seal", batch.seal().hex());
    return line.toString();
  }

  static Batch batch(JsonNode line) {
    JsonNode fields = line.path("batch");
    return new Batch(
        fields.path("first").asLong(),
        fields.path("last").asLong(),
        new Hash(text(fields, "merkleRoot")),
        new Hash(text(fields, "lastHash")),
        new Hash(text(fields, "seal")));
  }

  static String line(Root head) {
    return JSON.createObjectNode().put("end", head.toString()).toString();
  }

  static Root head(JsonNode line) {
    return Root.parse(text(line, "end")).orElseThrow(IllegalArgumentException::new);
  }
}
