package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.SampleDesk;

/** The walk of docs/auditing.md. */
class JournalCommandTest {

  private Path data;

  @BeforeEach
  void decide(@TempDir Path folder) throws IOException {
    data = folder;
    Path file = data.resolve("in.ndjson");
    Files.writeString(file, SampleDesk.CLEAN + "\n" + SampleDesk.DENIED + "\n");
    assertThat(
            CommandLineRun.withPolicies(
                    "check", "--data", data.toString(), "--format", "json", file.toString())
                .exit())
        .isEqualTo(1);
  }

  @Test
  void auditorsWalk_holdsAndCanBeTakenAway() {
    String root = journal("root").out().strip();
    assertThat(root).endsWith("@2");

    assertThat(journal("verify", "--root", root).out())
        .isEqualTo("the journal holds: 2 entries, the noted root is in it\nroot " + root + "\n");
    String export = data.resolve("export.ndjson").toString();
    assertThat(journal("export", export).exit()).isZero();
    assertThat(journal("export", export).err()).contains("exists already");
    assertThat(journal("verify", "--journal", export, "--root", root).exit()).isZero();
  }

  @Test
  void change_inTheDatabase_isNamed() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database());
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE journal_entry SET caller = 'nobody' WHERE sequence = 2");
    }
    CommandLineRun run = journal("verify");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            database()
                + " entry 2: JOURNAL-ENTRY-CHANGED its hash is not that of its content and the"
                + " entry before\n");
  }

  @Test
  void patient_erased_andOldEntriesLetGo_stillHold() {
    String root = journal("root").out().strip();

    assertThat(journal("erase", "--patient", "p-77").out())
        .isEqualTo("erased personal facts from 2 entries\n");
    assertThat(journal("verify", "--root", root).out())
        .contains("3 entries, personal facts of 2 erased, the noted root is in it");
    assertThat(journal("retain", "--before", "2030-01-01").out())
        .isEqualTo("let go of the entries up to 3\n");
    assertThat(journal("verify", "--root", root).out())
        .contains("1 entry, 3 more let go by retention, the noted root is in it");
  }

  @Test
  void patient_nowhere_isToldAndExitsWithOne() {
    CommandLineRun run = journal("erase", "--patient", "p-none");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo("no entry has personal facts of this patient: nothing was erased\n");
    assertThat(journal("verify").out()).startsWith("the journal holds: 2 entries\n");
  }

  @Test
  void removal_fromAJournalThatIsNone_isRefusedAndMakesNone() throws IOException {
    for (List<String> removal :
        List.of(
            List.of("erase", "--patient", "p-77"), List.of("retain", "--before", "2030-01-01"))) {
      Path none = data.resolve("none.db");
      CommandLineRun run = journal(removal, "--journal", none.toString());

      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err())
          .isEqualTo(none + ": JOURNAL-UNREADABLE there is no such file: expected a journal\n");
      assertThat(none).doesNotExist();
      Path empty = Files.write(data.resolve(removal.get(0) + ".db"), new byte[0]);
      assertThat(journal(removal, "--journal", empty.toString()).err())
          .isEqualTo(empty + ": JOURNAL-UNREADABLE a table or column of the journal is missing\n");
      assertThat(empty).isEmptyFile();
    }
  }

  @Test
  void export_namedWhereADatabaseIsNeeded_isToldApart() {
    String export = data.resolve("export.ndjson").toString();
    assertThat(journal("export", export).exit()).isZero();
    String told =
        export + ": JOURNAL-UNREADABLE it is an export: expected the journal in its database\n";

    assertThat(journal("erase", "--patient", "p-77", "--journal", export).err())
        .startsWith(told)
        .contains("export that again, and destroy this file");
    assertThat(journal("retain", "--before", "2030-01-01", "--journal", export).err())
        .startsWith(told);
    CommandLineRun replay =
        CommandLineRun.of("", "replay", "--journal", export, "--data", data.toString());
    assertThat(replay.err())
        .startsWith(told)
        .contains("an export holds no policies to decide under: name the database");
    assertThat(journal("verify", "--journal", data.toString()).out())
        .isEqualTo(data + ": JOURNAL-UNREADABLE it is a folder: expected the file of a journal\n");
  }

  @Test
  void journal_thatIsNone_isToldWithoutATrace() {
    assertThat(journal("verify", "--journal", data.resolve("none.db").toString()).out())
        .contains("JOURNAL-UNREADABLE there is no such file");
    assertThat(journal("verify", "--journal", data.resolve("in.ndjson").toString()).out())
        .contains("JOURNAL-UNREADABLE the file is no SQLite database");
    assertThat(journal("verify", "--journal", "jdbc:oracle:x").err()).contains("expected a file");
    assertThat(journal("verify", "--root", "x").err()).contains("`x` is no root");
  }

  @Test
  void file_made_isReadableByItsOwnerOnly() throws IOException {
    assertThat(Files.getPosixFilePermissions(database()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  private Path database() {
    return data.resolve("journal.db");
  }

  private CommandLineRun journal(List<String> command, String... more) {
    List<String> rest = new ArrayList<>(command.subList(1, command.size()));
    rest.addAll(List.of(more));
    return journal(command.get(0), rest.toArray(String[]::new));
  }

  private CommandLineRun journal(String command, String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "journal";
    arguments[1] = command;
    System.arraycopy(more, 0, arguments, 2, more.length);
    arguments[more.length + 2] = "--data";
    arguments[more.length + 3] = data.toString();
    return CommandLineRun.of("", arguments);
  }
}
