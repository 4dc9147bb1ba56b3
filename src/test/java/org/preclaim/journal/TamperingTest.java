package org.preclaim.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preclaim.fixtures.Databases;
import org.preclaim.fixtures.JournalDrafts;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.fixtures.Seed;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.Root;
import org.preclaim.problem.Place;

/** Whatever is changed, wherever: it is found, and the first wrong entry is named. */
class TamperingTest {

  private static final int PLACES = 500;
  private static final int BATCHES = 6;
  private static final int ENTRIES = 30;

  /** A copy of a PostgreSQL database takes a moment; {@code -Dpreclaim.tampering=500} has all. */
  private static final int PLACES_POSTGRESQL = Integer.getInteger("preclaim.tampering", 40);

  private static final Map<Databases, String> WHOLE = new EnumMap<>(Databases.class);

  private final Random random = new Random(Seed.VALUE);

  @BeforeAll
  static void record() {
    for (Databases kind : Databases.values()) {
      WHOLE.put(kind, recorded(kind));
    }
  }

  private static String recorded(Databases kind) {
    String address = kind.fresh();
    JournalDrafts drafts = new JournalDrafts(11);
    for (int batch = 0; batch < BATCHES; batch++) {
      try (Journal journal = Journal.open(address, SampleDesk.CLOCK)) {
        journal.keep(JournalDrafts.release());
        List<CompletableFuture<?>> receipts = new ArrayList<>();
        for (int i = 0; i < ENTRIES / BATCHES; i++) {
          receipts.add(journal.record(drafts.next()));
        }
        receipts.forEach(CompletableFuture::join);
      }
    }
    return address;
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void database_changedAnywhere_namesTheFirstWrongEntry(Databases kind) throws Exception {
    String whole = Objects.requireNonNull(WHOLE.get(kind));
    Root root = JournalCopy.at(whole).root();
    int places = kind == Databases.SQLITE ? PLACES : PLACES_POSTGRESQL;
    for (int i = 0; i < places; i++) {
      String copy = kind.copyOf(whole);
      Tampering.Done done;
      try (Connection connection = kind.connectTo(copy)) {
        done = new Tampering(connection, random, ENTRIES).somewhere();
      }
      assertThat(wrongEntry(copy, root))
          .as("seed %d, place %d: %s", Seed.VALUE, i, done)
          .isEqualTo(done.entry());
      kind.drop(copy);
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void release_changedInAnyColumn_isNamed(Databases kind) throws Exception {
    for (String column : List.of("id", "name", "lock_text")) {
      assertThat(problemAfter(kind, "UPDATE journal_release SET " + column + " = 'x' || " + column))
          .as(column)
          .contains("JOURNAL-RELEASE-CHANGED");
    }
    assertThat(problemAfter(kind, "UPDATE journal_release SET name = 'x'"))
        .contains(" entry 1: JOURNAL-RELEASE-CHANGED its release has another name than it says");
  }

  @Test
  void tables_ofSqliteThatOthersActOn_areNamed() throws Exception {
    assertThat(
            problemAfter(
                Databases.SQLITE,
                "CREATE TRIGGER forgets AFTER INSERT ON journal_entry BEGIN DELETE FROM"
                    + " journal_personal; END"))
        .contains("JOURNAL-TABLES-CHANGED a trigger, `forgets`, acts on its tables");
    assertThat(
            problemAfter(
                Databases.SQLITE,
                "ALTER TABLE journal_entry RENAME TO journal_other",
                "CREATE VIEW journal_entry AS SELECT * FROM journal_other"))
        .contains("JOURNAL-TABLES-CHANGED a view, `journal_entry`, acts on its tables");
  }

  @Test
  void tables_ofPostgresThatOthersActOn_areNamed() throws Exception {
    assertThat(
            problemAfter(
                Databases.POSTGRESQL,
                "CREATE FUNCTION forget() RETURNS trigger LANGUAGE plpgsql AS"
                    + " 'BEGIN DELETE FROM journal_personal; RETURN NEW; END'",
                "CREATE TRIGGER forgets AFTER INSERT ON journal_entry EXECUTE FUNCTION forget()"))
        .contains("JOURNAL-TABLES-CHANGED a trigger, `forgets` on journal_entry, acts on its");
    assertThat(
            problemAfter(
                Databases.POSTGRESQL,
                "CREATE RULE loses AS ON DELETE TO journal_personal DO INSTEAD NOTHING"))
        .contains("JOURNAL-TABLES-CHANGED a rule, `loses` on journal_personal, acts on its");
    assertThat(
            problemAfter(
                Databases.POSTGRESQL,
                "ALTER TABLE journal_entry RENAME TO journal_other",
                "CREATE VIEW journal_entry AS SELECT * FROM journal_other"))
        .contains("JOURNAL-TABLES-CHANGED a rule, `_RETURN` on journal_entry, acts on its tables");
  }

  /** What a check says of a copy on which these statements were run. */
  private static String problemAfter(Databases kind, String... statements) throws Exception {
    String copy = kind.copyOf(Objects.requireNonNull(WHOLE.get(kind)));
    try (Connection connection = kind.connectTo(copy);
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
    JournalFault fault =
        catchThrowableOfType(JournalFault.class, () -> JournalCopy.at(copy).verify(null));
    kind.drop(copy);
    return fault == null ? "it holds" : fault.problem().toString();
  }

  @Test
  void export_changedAnywhere_namesTheFirstWrongEntry(@TempDir Path folder) throws IOException {
    StringWriter out = new StringWriter();
    JournalCopy whole = JournalCopy.at(Objects.requireNonNull(WHOLE.get(Databases.SQLITE)));
    Root root = whole.root();
    whole.export(out);
    List<String> lines = out.toString().lines().toList();
    Path copy = folder.resolve("copy.ndjson");
    Files.writeString(copy, out.toString());
    assertThat(JournalCopy.at(copy.toString()).verify(root).root()).isEqualTo(root);
    for (int i = 0; i < PLACES; i++) {
      // The header says what the file is; without it, it is no export at all.
      int line = 1 + random.nextInt(lines.size() - 1);
      List<byte[]> changed =
          new ArrayList<>(
              lines.stream().map(each -> (each + "\n").getBytes(StandardCharsets.UTF_8)).toList());
      String what = change(changed, line);
      Files.write(copy, joined(changed));

      assertThat(wrongEntry(copy.toString(), root))
          .as("seed %d, place %d: %s in line %d %s", Seed.VALUE, i, what, line, lines.get(line))
          .isBetween(firstOf(lines.get(line)), nextAfter(lines, line));
    }
  }

  private String change(List<byte[]> lines, int line) {
    byte[] bytes = lines.get(line);
    int place = random.nextInt(bytes.length);
    switch (random.nextInt(5)) {
      case 0 -> {
        bytes[place] ^= (byte) (1 << random.nextInt(8));
        return "flip at " + place;
      }
      case 1 -> {
        lines.remove(line);
        return "delete";
      }
      case 2 -> {
        lines.add(line, lines.get(1 + random.nextInt(lines.size() - 2)).clone());
        if (Arrays.equals(lines.get(line), lines.get(line + 1))) {
          lines.add(line, "{}\n".getBytes(StandardCharsets.UTF_8));
        }
        return "insert";
      }
      case 3 -> {
        if (line + 1 < lines.size()) {
          lines.add(line, lines.remove(line + 1));
        } else {
          lines.remove(line);
        }
        return "reorder";
      }
      default -> {
        lines.subList(line + 1, lines.size()).clear();
        lines.set(line, Arrays.copyOf(bytes, place));
        return "truncate at " + place;
      }
    }
  }

  private static byte[] joined(List<byte[]> lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    lines.forEach(out::writeBytes);
    return out.toByteArray();
  }

  /** The entry of a line; of a batch its first one, and behind the last one for the end. */
  private static long firstOf(String line) {
    var json = ExportLines.parse(line);
    return json.has("entry")
        ? json.path("entry").asLong()
        : json.has("batch") ? json.at("/batch/first").asLong() : ENTRIES + 1;
  }

  /** An entry's own number; a wrong batch may show with the entry that should follow it. */
  private static long nextAfter(List<String> lines, int line) {
    var json = ExportLines.parse(lines.get(line));
    return json.has("entry")
        ? json.path("entry").asLong()
        : json.has("batch") ? json.at("/batch/last").asLong() + 1 : ENTRIES + 1;
  }

  private static long wrongEntry(String copy, Root root) {
    JournalFault fault =
        catchThrowableOfType(JournalFault.class, () -> JournalCopy.at(copy).verify(root));
    return fault == null ? -1 : ((Place.JournalEntry) fault.problem().place()).sequence();
  }
}
