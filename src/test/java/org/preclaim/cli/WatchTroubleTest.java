package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.RecordedDecisions;
import org.preclaim.fixtures.SampleDesk;

/** A watched folder on a full disk, or where a folder for answers is away for a while. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WatchTroubleTest {

  private static final Path FULL = Path.of("/dev/full");
  private static final Path OTHER_DISK = Path.of("/dev/shm");

  private DropFolder drops;

  @BeforeEach
  void folders(@TempDir Path data, @TempDir Path folder) {
    this.drops = new DropFolder(folder, data);
  }

  @Test
  void watch_diskFullForASmallAnswer_decidesTheOthersAndTriesAgain() throws IOException {
    fillDiskFor("a.json.decisions.ndjson");
    drops.drop("a.json", SampleDesk.DENIED);
    drops.drop("b.json", SampleDesk.CLEAN);

    CommandLineRun full = drops.watchOnce();

    assertThat(full.exit()).as(full.err()).isEqualTo(2);
    assertThat(full.err())
        .contains("a.json.decisions.ndjson` cannot be written: ", "; it will be tried again")
        .contains("b.json: done, 1 decided, 0 rejected");
    assertThat(drops.names(".work")).singleElement().asString().endsWith("_a.json");
    assertThat(allNames("out")).containsExactly("b.json.decisions.ndjson");

    CommandLineRun again = drops.watchOnce();

    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(drops.names("done")).containsExactly("a.json", "b.json");
    assertThat(drops.out("a.json.decisions.ndjson").get(0))
        .contains(recorded().get("E-DENIED"), "\"encounterId\":\"E-DENIED\"");
  }

  @Test
  void watch_diskFullForAWhile_goesOnByItself() throws Exception {
    fillDiskFor("a.json.decisions.ndjson");
    drops.drop("a.json", SampleDesk.CLEAN);

    CommandLineRun run = watchUntil(() -> Files.exists(drops.at("done/a.json")), () -> {});

    assertThat(run.err().lines())
        .filteredOn(line -> line.startsWith("a.json: "))
        .satisfiesExactly(
            first -> assertThat(first).endsWith("; it will be tried again"),
            second -> assertThat(second).isEqualTo("a.json: done, 1 decided, 0 rejected"));
    assertThat(recorded()).containsOnlyKeys("E-CLEAN");
  }

  @Test
  void watch_folderForAnswersIsAway_waitsAndOverwritesNothing() throws Exception {
    drops.drop("a.json", SampleDesk.CLEAN);
    Path first = drops.at("done/a.json");
    Path away = drops.at(".away");

    CommandLineRun run =
        watchUntil(
            () -> !Files.exists(first) && Files.exists(drops.at("out")) && hasFile("done"),
            () -> {
              await(() -> Files.exists(first));
              Files.delete(first);
              Files.move(drops.at("out"), away);
              drops.drop("a.json", SampleDesk.DENIED);
              TimeUnit.SECONDS.sleep(4);
              Files.move(away, drops.at("out"));
            });

    assertThat(run.err()).containsOnlyOnce("out` is no folder; it will be tried again");
    assertThat(drops.names("out")).hasSize(2);
    assertThat(drops.out("a.json.decisions.ndjson").get(0)).contains("E-CLEAN");
  }

  @Test
  void watch_answerThatCannotGetItsName_leavesNothingBesideAndIsTriedAgain() throws IOException {
    drops.dropAndTake("late.json", SampleDesk.CLEAN);
    Path inTheWay = drops.at("out/late.json.decisions.ndjson");
    Files.createDirectories(inTheWay.resolve("x"));

    CommandLineRun run = drops.watchOnce();

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("late.json: ", "it will be tried again");
    assertThat(allNames("out")).containsExactly("late.json.decisions.ndjson");
    Files.delete(inTheWay.resolve("x"));
    Files.delete(inTheWay);
    drops.watchOnce();
    assertThat(drops.names("done")).containsExactly("late.json");
  }

  @Test
  void watch_fileThatCannotBePutAway_isAnsweredAgainFromTheJournal() throws IOException {
    drops.dropAndTake("late.json", SampleDesk.CLEAN);
    Path inTheWay = drops.at("done/late.json");
    Files.createDirectories(inTheWay.resolve("x"));

    CommandLineRun run = drops.watchOnce();

    assertThat(run.exit()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains("done/late.json` cannot be written: ");
    List<String> answer = drops.out("late.json.decisions.ndjson");
    Files.delete(inTheWay.resolve("x"));
    Files.delete(inTheWay);
    assertThat(drops.watchOnce().exit()).isZero();
    assertThat(drops.out("late.json.decisions.ndjson")).isEqualTo(answer);
    assertThat(recorded()).containsOnlyKeys("E-CLEAN");
  }

  @Test
  void watch_nothingIsRejectedAnyMore_leavesNoRejectsOfAnEarlierTry() throws IOException {
    drops.dropAndTake("late.json", SampleDesk.CLEAN);
    Files.writeString(drops.at("out/late.json.rejected.ndjson"), "of an earlier try\n");

    drops.watchOnce();

    assertThat(drops.names("out")).containsExactly("late.json.decisions.ndjson");
  }

  @Test
  void watch_filesThatCannotBeTaken_areEachToldAndLeft() throws IOException {
    assumeTrue(Files.isWritable(OTHER_DISK), "there is no other disk");
    Path work = Files.createTempDirectory(OTHER_DISK, "preclaim");
    try {
      Files.createSymbolicLink(drops.at(".work"), work);
      drops.drop("a.json", SampleDesk.CLEAN);
      drops.drop("b.json", SampleDesk.CLEAN);

      CommandLineRun run = drops.watchOnce();

      assertThat(run.exit()).as(run.err()).isEqualTo(2);
      assertThat(run.err().lines())
          .satisfiesExactly(
              first -> assertThat(first).startsWith("a.json: it cannot be taken: "),
              second -> assertThat(second).startsWith("b.json: it cannot be taken: "));
      assertThat(drops.names(".")).containsExactly("a.json", "b.json");
    } finally {
      Files.delete(work);
    }
  }

  /** What is written for {@code answer} next meets a full disk. */
  private void fillDiskFor(String answer) throws IOException {
    assumeTrue(Files.exists(FULL), "there is no device that is always full");
    Files.createDirectories(drops.at("out"));
    Files.createSymbolicLink(drops.at("out/." + answer + ".part"), FULL);
  }

  private interface Meanwhile {
    void run() throws Exception;
  }

  /** Watches without an end, and stops it once {@code done}. */
  private CommandLineRun watchUntil(BooleanSupplier done, Meanwhile meanwhile) throws Exception {
    CompletableFuture<CommandLineRun> run = new CompletableFuture<>();
    Thread watching = new Thread(() -> run.complete(drops.watch("--settle", "0")));
    watching.start();
    meanwhile.run();
    await(() -> done.getAsBoolean() || run.isDone());
    // What is told of a file is told once it is put away.
    TimeUnit.MILLISECONDS.sleep(500);
    watching.interrupt();
    return run.get(1, TimeUnit.MINUTES);
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    while (!done.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private boolean hasFile(String below) {
    try {
      return !drops.names(below).isEmpty();
    } catch (IOException gone) {
      return false;
    }
  }

  /** The hidden ones too. */
  private List<String> allNames(String below) throws IOException {
    try (Stream<Path> files = Files.list(drops.at(below))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Map<String, String> recorded() {
    return RecordedDecisions.in(drops.data().resolve("journal.db").toString());
  }
}
