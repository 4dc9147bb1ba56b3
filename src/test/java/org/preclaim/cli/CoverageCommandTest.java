package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.exercise.SmallRelease;
import org.preclaim.fixtures.CommandLineRun;

class CoverageCommandTest {

  private final Path folder;

  CoverageCommandTest(@TempDir Path folder) {
    this.folder = SmallRelease.write(folder);
  }

  private CommandLineRun coverage(String... options) {
    String[] all = new String[options.length + 5];
    all[0] = "policies";
    all[1] = "coverage";
    all[2] = folder.toString();
    all[3] = "--data";
    all[4] = folder.resolve("data").toString();
    System.arraycopy(options, 0, all, 5, options.length);
    return CommandLineRun.of("", all);
  }

  @Test
  void coverage_aboveTheMinimum_exitsWithZeroAndBelowItWithOne() {
    CommandLineRun reached = coverage("--minimum", "44");
    CommandLineRun missed = coverage("--minimum", "45");

    assertThat(reached.exit()).isZero();
    assertThat(missed.exit()).isEqualTo(ExitCode.FINDINGS);
    assertThat(missed.out())
        .isEqualTo(reached.out())
        .contains("2 of 4  50 %", "8 of 18  44 %", "44 % is the lowest of these figures");
    assertThat(Files.exists(folder.resolve("data/journal.db"))).isFalse();
  }

  @Test
  void coverage_sampleOfMutationsAsJson_saysSeedAndHowManyThereAre() {
    CommandLineRun run =
        coverage("--mutations", "--limit", "10", "--seed", "7", "--format", "json");

    assertThat(run.out()).hasLineCount(1).contains("\"possible\":39,\"seed\":7");
    assertThat(run.exit()).isZero();
  }

  @Test
  void coverage_badOptions_areToldWithWhatIsExpected() {
    assertThat(coverage("--minimum", "101").err()).contains("--minimum is 101: expected 0 to 100");
    assertThat(coverage("--limit", "0").err()).contains("--limit is 0: expected at least 1");
  }
}
