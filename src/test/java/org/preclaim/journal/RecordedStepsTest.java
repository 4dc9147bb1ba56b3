package org.preclaim.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.preclaim.fixtures.Databases;
import org.preclaim.fixtures.JournalDrafts;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.journal.chain.EntryKind;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.RecordedStep;
import org.preclaim.journal.chain.Root;
import org.preclaim.journal.chain.Statement;

/** Steps in the lives of releases are entries like others, and outlive them. */
class RecordedStepsTest {

  private final Path folder;

  RecordedStepsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void step_afterOneOfSomebodyElse_isNotRecorded(Databases kind) {
    String address = kind.fresh();
    try (Journal journal = open(address);
        Journal other = open(address)) {
      assertThat(journal.step(List.of(step("S1"), step("S2")), 0)).isTrue();
      assertThat(other.step(List.of(step("S3")), 0)).isFalse();

      List<RecordedStep> seen = other.steps(0);

      assertThat(seen)
          .containsExactly(new RecordedStep(1, step("S1")), new RecordedStep(2, step("S2")));
      journal.record(new JournalDrafts(3).next()).join();
      assertThat(other.step(List.of(step("S3")), 2)).isTrue();
      assertThat(journal.steps(2)).containsExactly(new RecordedStep(4, step("S3")));
    }
    assertThat(JournalCopy.at(address).verify(null).entries()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void steps_whoseEntriesWereLetGo_areStillThere(Databases kind) {
    String address = kind.fresh();
    try (Journal journal = open(address)) {
      journal.step(List.of(step("S1")), 0);
      journal.record(new JournalDrafts(3).next()).join();

      journal.retain(JournalDrafts.START.plusSeconds(60), "R1", "test");

      assertThat(journal.find("S1")).isEmpty();
      assertThat(journal.steps(0)).containsExactly(new RecordedStep(1, step("S1")));
      assertThat(journal.step(List.of(step("S2")), 1)).isTrue();
    }
    assertThat(JournalCopy.at(address).verify(null).letGo()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "UPDATE journal_step SET said = '{}' WHERE sequence = 2, 2",
    "UPDATE journal_step SET caller = 'eve' WHERE sequence = 1, 1",
    "DELETE FROM journal_step WHERE sequence = 2, 2",
    "'INSERT INTO journal_step VALUES (4, ''x'', 0, ''eve'', ''sha256:1'', ''{}'')', 4"
  })
  void steps_changedBesideTheirEntries_areFound(String change, long entry) throws Exception {
    Path file = folder.resolve("journal.db");
    try (Journal journal = open(file.toString())) {
      journal.step(List.of(step("S1"), step("S2")), 0);
      journal.record(new JournalDrafts(3).next()).join();
    }
    execute(file, change);

    JournalFault fault =
        catchThrowableOfType(
            JournalFault.class, () -> JournalCopy.at(file.toString()).verify(null));

    assertThat(fault.problem().toString())
        .startsWith(file + " entry " + entry + ": JOURNAL-STEPS-CHANGED");
  }

  @Test
  void journal_ofAnEarlierVersion_isVerifiedAsItIs() throws Exception {
    Path file = folder.resolve("journal.db");
    try (Journal journal = open(file.toString())) {
      journal.record(new JournalDrafts(3).next()).join();
    }
    execute(file, "DROP TABLE journal_step");

    assertThat(JournalCopy.at(file.toString()).verify(null).entries()).isEqualTo(1);
  }

  @Test
  void export_withSteps_holdsThem() throws Exception {
    Path file = folder.resolve("journal.db");
    StringWriter lines = new StringWriter();
    try (Journal journal = open(file.toString())) {
      journal.step(List.of(step("S1")), 0);
    }
    JournalCopy.at(file.toString()).export(lines);
    Root root = JournalCopy.at(file.toString()).root();
    Path export = Files.writeString(folder.resolve("export.ndjson"), lines.toString());

    assertThat(lines.toString()).contains("\"kind\":\"release-step\"");
    assertThat(JournalCopy.at(export.toString()).verify(root).root()).isEqualTo(root);
  }

  private static void execute(Path file, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Statement step(String id) {
    Instant at = JournalDrafts.START;
    String release = JournalDrafts.release().id();
    String said = "{\"step\":\"approved\",\"reason\":\"\u00e9 \\\"quoted\\\"\"}";
    return new Statement(EntryKind.STEP, id, at, "anna", release, "", said, "");
  }

  private static Journal open(String address) {
    Journal journal = Journal.open(address, SampleDesk.CLOCK);
    journal.keep(JournalDrafts.release());
    return journal;
  }
}
