package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.SampleDesk;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WatchCommandTest {

  private DropFolder drops;

  @BeforeEach
  void folders(@TempDir Path data, @TempDir Path folder) {
    this.drops = new DropFolder(folder, data);
  }

  @Test
  void watch_claimsAndLines_areAnsweredBesideAndPutAway() throws IOException {
    drops.drop("claims.txt", Files.readAllBytes(GoldenFile.resource("intake/x12/partly-bad.x12")));
    drops.drop("lines.json", SampleDesk.DENIED + "\n{\"id\":\n" + SampleDesk.CLEAN + "\n");

    CommandLineRun run = drops.watchOnce();

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err())
        .contains(
            "claims.txt: done, 3 decided, 5 rejected", "lines.json: done, 2 decided, 1 rejected");
    assertThat(drops.names("out"))
        .containsExactly(
            "claims.txt.999",
            "claims.txt.claims.ndjson",
            "claims.txt.decisions.ndjson",
            "claims.txt.rejected.ndjson",
            "lines.json.decisions.ndjson",
            "lines.json.rejected.ndjson");
    assertThat(drops.names("done")).containsExactly("claims.txt", "lines.json");
    assertThat(drops.names(".work")).isEmpty();
    assertThat(drops.names(".")).isEmpty();
    assertThat(drops.out("lines.json.decisions.ndjson"))
        .hasSize(3)
        .satisfiesExactly(
            first -> assertThat(first).contains("\"encounterId\":\"E-DENIED\""),
            second -> assertThat(second).contains("\"encounterId\":\"E-CLEAN\""),
            last -> assertThat(last).isEqualTo("{\"summary\":{\"encounters\":2,\"refused\":1}}"));
    assertThat(drops.out("lines.json.rejected.ndjson"))
        .hasSize(1)
        .first()
        .asString()
        .contains("\"line\":2");
  }

  @Test
  void watch_fileOfNothing_failsWithAReason() throws IOException {
    drops.drop("empty.json", "  \n");
    drops.drop("claim.fhir", "{\"resourceType\":\"Claim\"}");

    drops.watchOnce();

    assertThat(drops.names("failed")).containsExactly("claim.fhir", "empty.json");
    assertThat(drops.out("empty.json.rejected.ndjson"))
        .singleElement()
        .asString()
        .contains("unreadable-file", "it is empty");
  }

  @Test
  void watch_namesOfUnfinishedFiles_areLeftAlone() throws IOException {
    for (String name : List.of(".a.json", "a.part", "a.TMP", "a.json.filepart")) {
      drops.drop(name, SampleDesk.CLEAN);
    }

    drops.watchOnce();

    assertThat(drops.names("out")).isEmpty();
    assertThat(drops.at("a.part")).exists();
  }

  @Test
  void watch_fileThatGrows_isTakenOnceItHasSettled() throws Exception {
    Path growing = drops.drop("growing.json", SampleDesk.CLEAN + "\n");
    Thread writer =
        new Thread(
            () -> {
              for (int line = 0; line < 15; line++) {
                append(growing, SampleDesk.encounter("E-" + line, "11111") + "\n");
              }
            });
    writer.start();

    CommandLineRun run = drops.watch("--once", "--settle", "1");
    writer.join();

    assertThat(run.err()).contains("growing.json: done, 16 decided, 0 rejected");
  }

  @Test
  void watch_folderThatIsWatched_isRefused() throws IOException {
    try (WatchedFolder held = WatchedFolder.open(drops.folder(), null, Clock.systemUTC())) {
      assertThat(held.folder()).isEqualTo(drops.folder());
      CommandLineRun run = drops.watchOnce();
      assertThat(run.exit()).isEqualTo(2);
      assertThat(run.err()).contains("is watched already");
    }
  }

  @Test
  void watch_answersIntoTheWatchedFolder_isRefused() {
    CommandLineRun run = drops.watch("--once", "--out", drops.folder().toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("expected another folder");
  }

  @Test
  void watch_fileThatWasTakenBeforeACrash_isAnsweredUnderItsName() throws IOException {
    drops.dropAndTake("late.json", SampleDesk.CLEAN);
    Files.writeString(drops.at("out/.late.json.decisions.ndjson.part"), "half a li");

    drops.watchOnce();

    assertThat(drops.names("done")).containsExactly("late.json");
    assertThat(drops.names("out")).containsExactly("late.json.decisions.ndjson");
  }

  private static void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.APPEND);
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
