package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.reference.NcciFiles;

class ReferenceCommandTest {

  private final Path data;

  ReferenceCommandTest(@TempDir Path data) {
    this.data = data;
  }

  private CommandLineRun run(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "reference";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--data";
    all[arguments.length + 2] = data.toString();
    return CommandLineRun.of("", all);
  }

  @Test
  void import_anOfficialFileTwice_isAddedAndThenUnchanged() {
    String file =
        NcciFiles.write(data, "ccipra-v313r0.TXT", NcciFiles.ptp("A0001 A0002 20200101 * 1"))
            .toString();

    assertThat(run("import", file))
        .isEqualTo(
            new CommandLineRun(
                0, "added      ncci-ptp-practitioner         2025-10-01  1 rows\n", "", false));
    assertThat(run("import", file).out()).startsWith("unchanged  ncci-ptp-practitioner");
  }

  @Test
  void import_aFileThatIsWrong_endsWith2AndSaysThatNothingHappened() {
    String file =
        NcciFiles.write(data, "ccipra-v313r0.TXT", NcciFiles.ptp("A0001 A0002 20200101 * 7"))
            .toString();
    CommandLineRun run = run("import", file);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            ccipra-v313r0.TXT:7:25: REF-INDICATOR `7` is no indicator, expected 0, 1, 9
            nothing was imported
            """);
  }

  @Test
  void import_aFileWithoutDate_takesTheOneGiven() {
    String file =
        NcciFiles.write(data, "ccipra.txt", NcciFiles.ptp("A0001 A0002 20200101 * 1")).toString();

    assertThat(run("import", file, "--effective", "2025-07-01").out()).contains("2025-07-01");
    assertThat(run("import", file, "--effective", "July").exit()).isEqualTo(2);
  }

  @Test
  void list_ofNothing_andOfOneTable_asTextAndJson() {
    assertThat(run("list").out()).startsWith("no official tables are loaded");
    run(
        "import",
        NcciFiles.write(data, "AOC_V2025Q4-MCR.csv", NcciFiles.addOns("1 A0001 A0002 2013091 *"))
            .toString());

    assertThat(run("list", "--verify").out().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("ncci-add-on                   2025-10-01  2026-01-01           1 ");
    assertThat(run("list", "--format", "json").out())
        .startsWith("{\"datasets\":[{\"dataset\":\"ncci-add-on\",\"effective\":\"2025-10-01\"");
    assertThat(run("list").exit()).isZero();
  }
}
