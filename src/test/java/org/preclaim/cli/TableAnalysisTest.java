package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.table.TableFixture;
import org.preclaim.table.VocabularyFixture;
import org.preclaim.table.WorkbookFixture;

/** What {@code policies verify} says of rows beside one another. */
class TableAnalysisTest {

  private final Path folder;

  TableAnalysisTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static TableFixture ages() {
    return TableFixture.named("ages")
        .condition("$line : BilledLine", "code == \"$param\"", "Code")
        .condition("$line : BilledLine", "age >= $param", "Age from")
        .condition("$line : BilledLine", "age < $param", "Age below")
        .action("insert( Flag.of(\"age-conflict\", \"$param\", $line) );")
        .words();
  }

  private static String[] row(String id, String code, String from, String below) {
    return new String[] {id, code, from, below, "deny", "too old", "CO", "6", "", "", "made up"};
  }

  private void write(TableFixture table) throws IOException {
    Path tables = Files.createDirectories(folder.resolve("decision-tables"));
    Files.write(tables.resolve("ages.xlsx"), WorkbookFixture.family("ages").table(table).bytes());
    Files.write(tables.resolve("vocabulary.xlsx"), new VocabularyFixture().bytes());
  }

  private CommandLineRun verify(String... more) {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "policies";
    arguments[1] = "verify";
    System.arraycopy(more, 0, arguments, 2, more.length);
    arguments[2 + more.length] = folder.toString();
    return CommandLineRun.of("", arguments);
  }

  @Test
  void verify_rowThatAddsNothing_warnsAndPasses() throws IOException {
    write(ages().policy(row("AGE-1", "50431", "18", "")).policy(row("AGE-2", "50431", "21", "40")));

    CommandLineRun text = verify();
    CommandLineRun json = verify("--format", "json");

    assertThat(text.out())
        .containsPattern(
            "!Policies!A\\d+: ANALYSIS-SUBSUMED warning: `AGE-2` adds nothing: wherever it fires"
                + " `AGE-1` \\(Policies!A\\d+\\) states the same\n"
                + "  help: witness: practitioner, place 22; line 1 50431 on 2026-03-03")
        .contains("verified sha256:");
    assertThat(text.exit()).isZero();
    assertThat(json.out())
        .contains("\"code\":\"ANALYSIS-SUBSUMED\"")
        .contains("\"policies\":[\"AGE-2\",\"AGE-1\"],\"witness\":{\"id\":\"AGE-2\"")
        .contains("\"proven\":true")
        .hasLineCount(1);
    assertThat(json.exit()).isZero();
  }

  @Test
  void verify_rowThatNeverFires_isAProblem() throws IOException {
    TableFixture sides =
        TableFixture.named("ages")
            .condition("$line : BilledLine", "code == \"$param\"", "Code")
            .condition("$line : BilledLine", "forall(||){hasModifier(\"$\")}", "With")
            .condition("$line : BilledLine", "forall(&&){hasModifier(\"$\") == false}", "Without")
            .action("insert( Flag.of(\"modifier-conflict\", \"$param\", $line) );")
            .words();
    write(sides.policy(row("AGE-1", "50431", "LT", "RT, LT")));

    CommandLineRun text = verify();

    assertThat(text.out())
        .containsPattern(
            "ANALYSIS-NEVER `AGE-1` can never fire: no encounter meets C\\d+ `LT` and D\\d+ `RT,"
                + " LT`")
        .contains("1 problem sha256:");
    assertThat(text.exit()).isEqualTo(ExitCode.FINDINGS);
  }
}
