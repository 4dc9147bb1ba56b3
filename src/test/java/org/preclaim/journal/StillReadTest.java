package org.preclaim.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.JournalDrafts;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.journal.chain.Draft;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.SaltedFacts;

/** What is removed while somebody reads an earlier moment is not told to be gone before it is. */
class StillReadTest {

  private final Draft draft = new JournalDrafts(3).next();
  private final SaltedFacts personal = Objects.requireNonNull(draft.personal());
  private final String patient = personal.facts().patientKey();
  private Path file;
  private Journal journal;

  @BeforeEach
  void record(@TempDir Path folder) {
    file = folder.resolve("journal.db");
    journal = Journal.open(file.toString(), SampleDesk.CLOCK);
    journal.keep(JournalDrafts.release());
    journal.record(draft).join();
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void facts_erasedWhileRead_areGoneOnceItIsRunAgain() throws Exception {
    try (Connection reader = reading()) {
      assertThat(fault(() -> journal.erase(patient, "E1", "test")))
          .isEqualTo(
              file
                  + ": JOURNAL-STILL-IN-FILE personal facts were erased from 1 entry, but what was"
                  + " removed may be in the file until those who read it end: run it again then");
      assertThat(fault(() -> journal.erase(patient, "E2", "test")))
          .contains("JOURNAL-STILL-IN-FILE no entry has personal facts of this patient, but");
      assertThat(isOnDisk(personal.salt().hex())).isTrue();
      reader.rollback();
    }
    assertThat(journal.erase(patient, "E3", "test")).isZero();

    assertThat(isOnDisk(personal.salt().hex())).isFalse();
    assertThat(JournalCopy.at(file.toString()).verify(null).erased()).isEqualTo(1);
  }

  @Test
  void entries_letGoWhileRead_areGoneOnceItIsRunAgain() throws Exception {
    Instant before = Instant.parse("2030-01-01T00:00:00Z");
    String id = draft.statement().id();
    try (Connection reader = reading()) {
      assertThat(fault(() -> journal.retain(before, "R1", "test")))
          .contains("JOURNAL-STILL-IN-FILE the entries up to 1 were let go, but");
      assertThat(isOnDisk(id)).isTrue();
      reader.rollback();
    }
    journal.retain(Instant.EPOCH, "R2", "test");

    assertThat(isOnDisk(id)).isFalse();
  }

  private Connection reading() throws SQLException {
    Connection reader = DriverManager.getConnection("jdbc:sqlite:" + file);
    reader.setAutoCommit(false);
    try (Statement statement = reader.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM journal_entry")) {
      assertThat(row.getInt(1)).isEqualTo(1);
    }
    return reader;
  }

  private static String fault(Runnable removal) {
    JournalFault fault = catchThrowableOfType(JournalFault.class, removal::run);
    return fault == null ? "" : fault.problem().toString();
  }

  private boolean isOnDisk(String text) throws IOException {
    for (Path each : List.of(file, file.resolveSibling("journal.db-wal"))) {
      if (Files.readString(each, StandardCharsets.ISO_8859_1).contains(text)) {
        return true;
      }
    }
    return false;
  }
}
