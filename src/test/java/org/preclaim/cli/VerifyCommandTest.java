package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.table.TableFixture;
import org.preclaim.table.VocabularyFixture;
import org.preclaim.table.WorkbookFixture;

class VerifyCommandTest {

  @TempDir Path folder = Path.of("");
  private Path tables = Path.of("");

  @BeforeEach
  void twoWorkbooksAndOneRuleFile() throws IOException {
    tables = Files.createDirectories(folder.resolve("decision-tables"));
    Path rules = Files.createDirectories(folder.resolve("rules"));
    Files.write(tables.resolve("vocabulary.xlsx"), new VocabularyFixture().bytes());
    Files.write(tables.resolve("sound.xlsx"), workbook("sound", "50431"));
    Files.write(tables.resolve("broken.xlsx"), workbook("broken", "5043"));
    Files.writeString(
        rules.resolve("typo.drl"), "package preclaim.typo;\nrul \"A\" when then end\n");
  }

  private static byte[] workbook(String family, String code) {
    return WorkbookFixture.family(family)
        .scenario(
            "one line", "", "", "", "", "", "2026-03-03", "", "50432", "", "", "", "nothing", "")
        .table(
            TableFixture.named(family)
                .condition("$line : BilledLine", "code == \"$param\"", "Code")
                .action("insert( Flag.of(\"age-conflict\", \"$param\", $line) );")
                .words()
                .policy(
                    family.toUpperCase(Locale.ROOT) + "-1",
                    code,
                    "deny",
                    "why",
                    "CO",
                    "6",
                    "",
                    "",
                    "made up"))
        .bytes();
  }

  private CommandLineRun verify(String... options) {
    String[] all = new String[options.length + 5];
    all[0] = "policies";
    all[1] = "verify";
    all[2] = folder.toString();
    all[3] = "--data";
    all[4] = folder.resolve("data").toString();
    System.arraycopy(options, 0, all, 5, options.length);
    return CommandLineRun.of("", all);
  }

  @Test
  void verify_tablesAndRulesWithProblems_tellsAllAtOnceAndWhatWasNotChecked() {
    CommandLineRun run = verify();

    assertThat(run.out())
        .contains("decision-tables/broken.xlsx!Policies!B9: TABLE-CODE `5043`")
        .contains("rules/typo.drl:2:1: RULE-SYNTAX `rul` is not expected here")
        .containsPattern("NOT CHECKED mpfs +no file is loaded for the dates of codes 50431\n")
        .containsPattern("NOT CHECKED modifier ")
        .containsPattern("NOT CHECKED scenarios ")
        .contains("2 problems");
    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void verify_json_givesPlaceCodeDetailAndHelp() {
    CommandLineRun run = verify("--format", "json");

    assertThat(run.out())
        .contains(
            "\"place\":\"decision-tables/broken.xlsx!Policies!B9\","
                + "\"file\":\"decision-tables/broken.xlsx\",\"sheet\":\"Policies\",\"cell\":\"B9\","
                + "\"code\":\"TABLE-CODE\",\"detail\":\"`5043` is not a procedure code\"")
        .contains("\"file\":\"rules/typo.drl\",\"line\":2,\"column\":1")
        .contains("\"notChecked\":[{\"check\":\"mpfs\"")
        .hasLineCount(1);
  }

  @Test
  void verify_junit_hasASuiteForEachFile() {
    CommandLineRun run = verify("--format", "junit");

    assertThat(run.out())
        .startsWith("<?xml ")
        .contains("<testsuite name=\"decision-tables/broken.xlsx\" tests=\"3\" failures=\"1\"")
        .contains("<testsuite name=\"decision-tables/sound.xlsx\" tests=\"3\" failures=\"0\"")
        .containsPattern("scenario one line\">\\s*<skipped message=\"they were not run, because")
        .contains("<testsuite name=\"rules/typo.drl\" tests=\"1\" failures=\"1\"");
  }

  @Test
  void verify_workbookSavedInAnotherFormat_saysSoAndWhatToDo() throws IOException {
    Files.move(tables.resolve("sound.xlsx"), tables.resolve("sound.ods"));

    CommandLineRun run = verify();

    assertThat(run.out())
        .contains(
            "decision-tables/sound.ods: TABLE-ENDING the file's name ends in `.ods`; only `.xlsx`"
                + " is read\n  help: save it as .xlsx");
    assertThat(run.exit()).isEqualTo(ExitCode.FINDINGS);
  }

  @Test
  void verify_annotate_copiesOnlyWorkbooksWithProblems() throws IOException {
    byte[] before = Files.readAllBytes(tables.resolve("broken.xlsx"));
    Path copies = folder.resolve("copies");

    CommandLineRun run = verify("--annotate", copies.toString());

    assertThat(copies.resolve("broken.xlsx")).isRegularFile();
    assertThat(copies.resolve("sound.xlsx")).doesNotExist();
    assertThat(run.err()).contains("decision-tables/broken.xlsx: its problems are shown in ");
    assertThat(Files.readAllBytes(tables.resolve("broken.xlsx"))).isEqualTo(before);
  }

  @Test
  void verify_annotateAmongTheOriginals_isRefused() throws IOException {
    byte[] before = Files.readAllBytes(tables.resolve("broken.xlsx"));

    CommandLineRun run = verify("--annotate", tables.toString());

    assertThat(run.err()).contains("holds the workbooks themselves");
    assertThat(run.exit()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(Files.readAllBytes(tables.resolve("broken.xlsx"))).isEqualTo(before);
  }
}
