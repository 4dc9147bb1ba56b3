package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.fixtures.SmallPolicies;

/** The lists of reason and remark codes, imported and asked on the command line. */
class RemittanceCodesTest {

  private static final String LISTS =
      """
      code,type,start,last_modified,end
      CO,Group,,,
      96,CARC,1995-01-01,,
      97,CARC,1995-01-01,,2020-07-01
      N130,RARC,2002-10-31,,
      M15,RARC,1997-01-01,,2020-07-01
      """;

  private final Path folder;
  private final String data;

  RemittanceCodesTest(@TempDir Path folder) {
    this.folder = folder;
    this.data = folder.resolve("data").toString();
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("carc_rarc_2026-03.csv"), LISTS);
  }

  private CommandLineRun importLists() {
    String file = folder.resolve("carc_rarc_2026-03.csv").toString();
    return CommandLineRun.of("", "reference", "import", file, "--data", data);
  }

  private CommandLineRun verify(String carc, String rarc) {
    Path policies = folder.resolve("policies");
    SmallPolicies.version(1, workbook -> workbook.cell("F9", carc).cell("G9", rarc)).in(policies);
    return CommandLineRun.of("", "policies", "verify", policies.toString(), "--data", data);
  }

  @Test
  void lists_imported_areListed() {
    assertThat(importLists().out())
        .isEqualTo("added      carc-rarc                     2026-03-01  4 rows\n");
    assertThat(CommandLineRun.of("", "reference", "list", "--verify", "--data", data).out())
        .contains("carc-rarc                     2026-03-01  2026-07-01           4 ");
  }

  @Test
  void verify_withoutTheLists_saysThatItDidNotLookThemUp() {
    CommandLineRun run = verify("998", "N9999");

    assertThat(run.out())
        .containsPattern(
            "NOT CHECKED carc-rarc +no file is loaded for the dates of reason and remark codes"
                + " 998, N9999\n");
    assertThat(run.exit()).isZero();
  }

  @Test
  void verify_withTheLists_tellsCodesThatAreUnknownOrStoppedAtTheirCells() {
    importLists();

    assertThat(verify("96", "N130").out()).doesNotContain("carc-rarc", "TABLE-");
    assertThat(verify("998", "N130, N9999").out())
        .contains(
            "decision-tables/payable.xlsx!Policies!F9: TABLE-CARC-UNKNOWN reason code `998` is not"
                + " in the official list",
            "decision-tables/payable.xlsx!Policies!G9: TABLE-RARC-UNKNOWN remark code `N9999` is")
        .doesNotContain("carc-rarc");
    CommandLineRun stopped = verify("97", "M15");
    assertThat(stopped.out())
        .contains(
            "decision-tables/payable.xlsx!Policies!F9: TABLE-CARC-STOPPED reason code `97` is not"
                + " used from `2020-07-01` on",
            "decision-tables/payable.xlsx!Policies!G9: TABLE-RARC-STOPPED remark code `M15` is");
    assertThat(stopped.exit()).isEqualTo(ExitCode.FINDINGS);
  }

  /** What is known by heart is told once, whether the lists are there or not. */
  @Test
  void verify_aCodeKnownToBeStopped_tellsItOnce() {
    String before = verify("125", "N130").out();
    importLists();

    assertThat(before).containsOnlyOnce("TABLE-CARC-STOPPED");
    assertThat(verify("125", "N130").out())
        .containsOnlyOnce("TABLE-CARC-STOPPED")
        .doesNotContain("TABLE-CARC-UNKNOWN");
  }

  @Test
  void decision_withTheLists_isTheSameButForItsRelease() throws IOException {
    Path encounter = folder.resolve("encounter.json");
    Files.writeString(encounter, SampleDesk.DENIED, StandardCharsets.UTF_8);
    String before = decided(encounter);
    importLists();

    assertThat(decided(encounter)).isEqualTo(before).contains("\"policy\"");
  }

  private String decided(Path encounter) {
    CommandLineRun run =
        CommandLineRun.of(
            "",
            "check",
            "--format",
            "json",
            "--no-journal",
            "--policies",
            SampleDesk.POLICIES.toString(),
            "--data",
            data,
            encounter.toString());
    return run.out().replaceFirst("^.*?\"reference\":", "\"reference\":");
  }
}
