package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.RecordedDecisions;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.fixtures.Seed;

/**
 * The process that watches is killed at random moments, again and again over the same folder: every
 * encounter is answered once and recorded once. {@code -Dpreclaim.crashes=50} makes it fifty times.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class WatchCrashTest {

  private static final int CRASHES = Integer.getInteger("preclaim.crashes", 2);
  private static final int FILES_EACH = 6;
  private static final int ENCOUNTERS_EACH = 150;
  private static final int MILLIS_MAX = 400;
  private static final Pattern ENCOUNTER = Pattern.compile("\"encounterId\":\"([^\"]+)\"");

  private final Random random = new Random(Seed.VALUE);
  private final List<String> sent = new ArrayList<>();
  private Path data;
  private Path folder;

  @BeforeEach
  void folders(@TempDir Path data, @TempDir Path folder) {
    this.data = data;
    this.folder = folder;
  }

  @Test
  void process_killedAtRandomMoments_answersEachEncounterOnce() throws Exception {
    for (int crash = 0; crash < CRASHES; crash++) {
      for (int file = 0; file < FILES_EACH; file++) {
        drop("run" + crash + "-" + file);
      }
      watchUntilKilled();
    }
    CommandLineRun last = CommandLineRun.of("", arguments("--once"));

    assertThat(last.exit()).as("seed %d: %s", Seed.VALUE, last.err()).isZero();
    assertThat(answered()).as("seed %d", Seed.VALUE).containsExactlyInAnyOrderElementsOf(sent);
    assertThat(recorded()).as("seed %d", Seed.VALUE).containsExactlyInAnyOrderElementsOf(sent);
    assertThat(files(folder.resolve("done"))).hasSize(CRASHES * FILES_EACH);
  }

  private void drop(String name) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int number = 0; number < ENCOUNTERS_EACH; number++) {
      String id = name + "-" + number;
      sent.add(id);
      lines.append(SampleDesk.encounter(id, number % 2 == 0 ? "11111" : "99999")).append('\n');
    }
    Files.writeString(folder.resolve(name + ".ndjson"), lines);
  }

  /** Kills it a random while after it has answered a random number of files. */
  private void watchUntilKilled() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWatch.class.getName()));
    command.addAll(List.of(arguments()));
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    int enough = random.nextInt(FILES_EACH - 1);
    try (BufferedReader err =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      int done = 0;
      String line = err.readLine();
      while (line != null && done <= enough) {
        done += line.contains(": done, ") ? 1 : 0;
        line = done <= enough ? err.readLine() : line;
      }
      assertThat(process.waitFor(random.nextInt(MILLIS_MAX), TimeUnit.MILLISECONDS)).isFalse();
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private String[] arguments(String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "watch",
                folder.toString(),
                "--settle",
                "0",
                "--policies",
                CommandLineRun.POLICIES,
                "--data",
                data.toString()));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private List<String> answered() throws IOException {
    List<String> ids = new ArrayList<>();
    for (Path file : files(folder.resolve("out"))) {
      for (String line : Files.readAllLines(file)) {
        Matcher matcher = ENCOUNTER.matcher(line);
        if (matcher.find()) {
          ids.add(matcher.group(1));
        }
      }
    }
    return ids;
  }

  private Set<String> recorded() {
    return RecordedDecisions.in(data.resolve("journal.db").toString()).keySet();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
