package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.SampleDesk;

class JournalExportCommandTest {

  private Path data;
  private Path export;

  @BeforeEach
  void decide(@TempDir Path folder) throws IOException {
    data = folder;
    export = Files.createDirectory(data.resolve("exports")).resolve("journal.ndjson");
    Path file = data.resolve("in.ndjson");
    Files.writeString(file, SampleDesk.CLEAN + "\n" + SampleDesk.DENIED + "\n");
    assertThat(
            CommandLineRun.withPolicies(
                    "check", "--data", data.toString(), "--format", "json", file.toString())
                .exit())
        .isEqualTo(1);
  }

  @Test
  void export_written_isReadableByItsOwnerOnly() throws IOException {
    assertThat(run("export", export.toString()).exit()).isZero();

    assertThat(Files.getPosixFilePermissions(export))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(besides()).containsExactly(export);
  }

  @Test
  void export_ofAnExport_isTheSame() throws IOException {
    run("export", export.toString());
    Path second = export.resolveSibling("second.ndjson");

    assertThat(run("export", second.toString(), "--journal", export.toString()).exit()).isZero();
    assertThat(second).hasSameBinaryContentAs(export);
  }

  @Test
  void export_ofAChangedJournal_isToldAndLeavesNothing() throws Exception {
    for (String change : List.of("commitment = 'zz'", "facts = '{'", "kind = 'other'")) {
      change("UPDATE journal_entry SET " + change + " WHERE sequence = 2");
      CommandLineRun run = run("export", export.toString());

      assertThat(run.exit()).as(change).isEqualTo(2);
      assertThat(run.err())
          .isEqualTo(
              data.resolve("journal.db")
                  + ": JOURNAL-UNREADABLE a row of it is not as it was written: `journal verify`"
                  + " names its entry\n");
      assertThat(besides()).isEmpty();
    }
  }

  @Test
  void root_ofABrokenSeal_isTold() throws Exception {
    change("UPDATE journal_head SET seal = 'zz'");

    CommandLineRun run = run("root");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("JOURNAL-UNREADABLE a row of it is not as it was written");
  }

  @Test
  void export_intoAFolderThatIsNone_isTold() {
    Path nowhere = data.resolve("none").resolve("journal.ndjson");

    CommandLineRun run = run("export", nowhere.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("preclaim: the folder of `" + nowhere + "` does not exist\n");
  }

  private List<Path> besides() throws IOException {
    try (Stream<Path> files = Files.list(data.resolve("exports"))) {
      return files.toList();
    }
  }

  private void change(String sql) throws Exception {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("journal.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private CommandLineRun run(String... arguments) {
    List<String> all =
        Stream.of(Stream.of("journal"), Stream.of(arguments), Stream.of("--data", data.toString()))
            .flatMap(each -> each)
            .toList();
    return CommandLineRun.of("", all.toArray(String[]::new));
  }
}
