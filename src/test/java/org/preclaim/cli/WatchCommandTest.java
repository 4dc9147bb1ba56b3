package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.SampleDesk;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WatchCommandTest {

  private Path data;
  private Path folder;

  @BeforeEach
  void folders(@TempDir Path data, @TempDir Path folder) {
    this.data = data;
    this.folder = folder;
  }

  @Test
  void watch_claimsAndLines_areAnsweredBesideAndPutAway() throws IOException {
    drop("claims.txt", Files.readAllBytes(GoldenFile.resource("intake/x12/partly-bad.x12")));
    drop("lines.json", SampleDesk.DENIED + "\n{\"id\":\n" + SampleDesk.CLEAN + "\n");

    CommandLineRun run = watchOnce();

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err())
        .contains(
            "claims.txt: done, 3 decided, 5 rejected", "lines.json: done, 2 decided, 1 rejected");
    assertThat(names("out"))
        .containsExactly(
            "claims.txt.999",
            "claims.txt.claims.ndjson",
            "claims.txt.decisions.ndjson",
            "claims.txt.rejected.ndjson",
            "lines.json.decisions.ndjson",
            "lines.json.rejected.ndjson");
    assertThat(names("done")).containsExactly("claims.txt", "lines.json");
    assertThat(names(".work")).isEmpty();
    assertThat(names(".")).isEmpty();
    assertThat(out("lines.json.decisions.ndjson"))
        .hasSize(3)
        .satisfiesExactly(
            first -> assertThat(first).contains("\"encounterId\":\"E-DENIED\""),
            second -> assertThat(second).contains("\"encounterId\":\"E-CLEAN\""),
            last -> assertThat(last).isEqualTo("{\"summary\":{\"encounters\":2,\"refused\":1}}"));
    assertThat(out("lines.json.rejected.ndjson"))
        .hasSize(1)
        .first()
        .asString()
        .contains("\"line\":2");
  }

  @Test
  void watch_fileOfNothing_failsWithAReason() throws IOException {
    drop("empty.json", "  \n");
    drop("claim.fhir", "{\"resourceType\":\"Claim\"}");

    watchOnce();

    assertThat(names("failed")).containsExactly("claim.fhir", "empty.json");
    assertThat(out("empty.json.rejected.ndjson"))
        .singleElement()
        .asString()
        .contains("unreadable-file", "it is empty");
  }

  @Test
  void watch_sameNameAgain_isAnsweredUnderAnotherName() throws IOException {
    drop("a.json", SampleDesk.CLEAN);
    watchOnce();
    drop("a.json", SampleDesk.DENIED);
    watchOnce();

    assertThat(names("done")).hasSize(2).first().isEqualTo("a.json");
    assertThat(names("out")).hasSize(2);
    assertThat(out("a.json.decisions.ndjson").get(0)).contains("E-CLEAN");
  }

  @Test
  void watch_namesOfUnfinishedFiles_areLeftAlone() throws IOException {
    for (String name : List.of(".a.json", "a.part", "a.TMP", "a.json.filepart")) {
      drop(name, SampleDesk.CLEAN);
    }

    watchOnce();

    assertThat(names("out")).isEmpty();
    assertThat(folder.resolve("a.part")).exists();
  }

  @Test
  void watch_fileThatGrows_isTakenOnceItHasSettled() throws Exception {
    Path growing = drop("growing.json", SampleDesk.CLEAN + "\n");
    Thread writer =
        new Thread(
            () -> {
              for (int line = 0; line < 15; line++) {
                append(growing, SampleDesk.encounter("E-" + line, "11111") + "\n");
              }
            });
    writer.start();

    CommandLineRun run = watch("--once", "--settle", "1");
    writer.join();

    assertThat(run.err()).contains("growing.json: done, 16 decided, 0 rejected");
  }

  @Test
  void watch_folderThatIsWatched_isRefused() throws IOException {
    try (WatchedFolder held = WatchedFolder.open(folder, null, Clock.systemUTC())) {
      assertThat(held.folder()).isEqualTo(folder);
      CommandLineRun run = watchOnce();
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains("is watched already");
    }
  }

  @Test
  void watch_answersIntoTheWatchedFolder_isRefused() {
    CommandLineRun run = watch("--once", "--out", folder.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("expected another folder");
  }

  @Test
  void watch_fileThatWasTakenBeforeACrash_isAnsweredUnderItsName() throws IOException {
    drop("late.json", SampleDesk.CLEAN);
    try (WatchedFolder crashed = WatchedFolder.open(folder, null, Clock.systemUTC())) {
      crashed.take(folder.resolve("late.json"));
    }
    Files.writeString(folder.resolve("out/.late.json.decisions.ndjson.part"), "half a li");

    watchOnce();

    assertThat(names("done")).containsExactly("late.json");
    assertThat(names("out")).containsExactly("late.json.decisions.ndjson");
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.APPEND);
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private CommandLineRun watchOnce() {
    return watch("--once", "--settle", "0");
  }

  private CommandLineRun watch(String... options) {
    return CommandLineRun.withPolicies(
        Stream.concat(
                Stream.of("watch", folder.toString(), "--data", data.toString()),
                Stream.of(options))
            .toArray(String[]::new));
  }

  private Path drop(String name, String text) throws IOException {
    return drop(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path drop(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private List<String> out(String name) throws IOException {
    return Files.readAllLines(folder.resolve("out").resolve(name));
  }

  /** The visible files of a folder, by name. */
  private List<String> names(String below) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(below))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    }
  }
}
