package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preclaim.fixtures.SampleDesk.CLEAN;
import static org.preclaim.fixtures.SampleDesk.DENIED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.CommandLineRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchCommandTest {

  @TempDir Path folder = Path.of("");

  @Test
  void bench_text_hasThroughputLatencyMemoryAndFamilies() throws IOException {
    CommandLineRun run = bench("text", CLEAN + "\n" + DENIED + "\n");

    assertThat(run.out())
        .startsWith("2 encounters, 1.0 lines and 0.5 findings each\n")
        .containsPattern("2 policies, release sha256:\\p{XDigit}{64}\n")
        .containsPattern("one thread +[\\d,]+ +[\\d,.]+ +[\\d,.]+ +[\\d,]+\n")
        .containsPattern("sample +[\\d,.]+ +\\d+ %\n")
        .containsPattern("\\(facts and answer\\) +[\\d,.]+ +\\d+ %\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
  }

  @Test
  void bench_json_sharesSumUpAndRateFitsLatency() throws IOException {
    CommandLineRun run = bench("json", CLEAN + "\n{\"id\":7}\n" + DENIED + "\n");

    JsonNode root = JsonMapper.shared().readTree(run.out());
    assertThat(run.out()).hasLineCount(1);
    assertThat(root.at("/encounters").asInt()).isEqualTo(2);
    assertThat(root.at("/refused").asInt()).isEqualTo(1);
    assertThat(root.at("/truncated").asBoolean()).isFalse();
    assertThat(root.at("/oneThread/perSecond").asDouble()).isPositive();
    assertThat(root.at("/oneThread/allocatedBytes").asLong()).isPositive();
    assertThat(root.at("/oneThread/p50Micros").asDouble())
        .isPositive()
        .isLessThanOrEqualTo(root.at("/oneThread/p99Micros").asDouble());
    assertThat(root.at("/allProcessors/threads").asInt())
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(root.at("/families/0/family").asString()).isEqualTo("sample");
    assertThat(root.at("/families/0/share").asDouble()).isBetween(0.0, 1.0);
    assertThat(run.exit()).isZero();
  }

  @Test
  void bench_moreEncountersThanAreKept_saysSo() throws IOException {
    CommandLineRun run = bench("json", (CLEAN + "\n").repeat(BenchCommand.ENCOUNTERS_MAX + 3));

    JsonNode root = JsonMapper.shared().readTree(run.out());
    assertThat(root.at("/encounters").asInt()).isEqualTo(BenchCommand.ENCOUNTERS_MAX);
    assertThat(root.at("/truncated").asBoolean()).isTrue();
  }

  @Test
  void bench_nothingToMeasure_saysWhyAndExitsWithTwo() throws IOException {
    assertThat(bench("text", " \n").err()).endsWith(": it is empty, expected an encounter\n");

    CommandLineRun refused = bench("text", "{\"id\":7}");
    assertThat(refused.err()).endsWith(" `check` tells what is wrong\n");
    assertThat(refused.exit()).isEqualTo(ExitCode.UNREADABLE);
  }

  @Test
  void bench_secondsThatAreNone_areRefused() {
    CommandLineRun run = CommandLineRun.withPolicies("bench", "--seconds", "0", "-");

    assertThat(run.err())
        .isEqualTo("preclaim: `0.0` for --seconds: expected more than 0 and at most 600 seconds\n");
    assertThat(run.exit()).isEqualTo(ExitCode.UNREADABLE);
  }

  private CommandLineRun bench(String format, String content) throws IOException {
    Path file = Files.writeString(Files.createTempFile(folder, "input", ".dat"), content);
    return CommandLineRun.withPolicies(
        "bench", "--warm-up", "0.05", "--seconds", "0.1", "--format", format, file.toString());
  }
}
