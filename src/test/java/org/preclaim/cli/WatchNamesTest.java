package org.preclaim.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.SampleDesk;

/** Names of dropped files: those that are used up, and those that cannot be kept. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WatchNamesTest {

  private static final String ID = "\\.[0-9A-HJKMNP-TV-Z]{26}";
  private static final int NAME_BYTES_MAX = 255;

  private DropFolder drops;

  @BeforeEach
  void folders(@TempDir Path data, @TempDir Path folder) {
    this.drops = new DropFolder(folder, data);
  }

  @Test
  void watch_sameNameAgain_isAnsweredUnderAnotherName() throws IOException {
    drops.drop("a.json", SampleDesk.CLEAN);
    drops.watchOnce();
    drops.drop("a.json", SampleDesk.DENIED);
    drops.watchOnce();

    assertThat(drops.names("done")).hasSize(2).first().isEqualTo("a.json");
    assertThat(drops.names("out")).hasSize(2);
    assertThat(drops.out("a.json.decisions.ndjson").get(0)).contains("E-CLEAN");
  }

  @Test
  void watch_sameNameAfterTheFirstWasArchived_keepsTheEarlierAnswer() throws IOException {
    drops.drop("a.json", SampleDesk.CLEAN);
    drops.watchOnce();
    Files.delete(drops.at("done/a.json"));
    drops.drop("a.json", SampleDesk.DENIED);
    drops.watchOnce();

    assertThat(drops.out("a.json.decisions.ndjson").get(0)).contains("E-CLEAN");
    assertThat(drops.names("out")).hasSize(2);
    assertThat(drops.names("done"))
        .singleElement()
        .asString()
        .matches("a\\.json" + ID)
        .satisfies(
            name -> assertThat(drops.out(name + ".decisions.ndjson").get(0)).contains("E-DENIED"));
  }

  @Test
  void watch_failedFileDroppedAgainRepaired_isNotAnsweredBesideItsOldRejects() throws IOException {
    drops.drop("a.json", "{\"id\":");
    drops.watchOnce();
    Files.delete(drops.at("failed/a.json"));
    drops.drop("a.json", SampleDesk.CLEAN);
    drops.watchOnce();

    assertThat(drops.names("out"))
        .satisfiesExactly(
            repaired -> assertThat(repaired).matches("a\\.json" + ID + "\\.decisions\\.ndjson"),
            failed -> assertThat(failed).isEqualTo("a.json.decisions.ndjson"),
            rejects -> assertThat(rejects).isEqualTo("a.json.rejected.ndjson"));
    assertThat(drops.out("a.json.decisions.ndjson")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {".decisions.ndjson", ".rejected.ndjson", ".999", ".claims.ndjson"})
  void watch_anyAnswerOfThatNameIsThere_isLeftAsItIs(String ending) throws IOException {
    Files.createDirectory(drops.at("out"));
    Path earlier = Files.writeString(drops.at("out/a.x12" + ending), "earlier");
    drops.drop("a.x12", Files.readAllBytes(GoldenFile.resource("intake/x12/partly-bad.x12")));

    drops.watchOnce();

    assertThat(earlier).hasContent("earlier");
    assertThat(drops.names("out")).hasSize(5);
    assertThat(drops.names("done")).singleElement().asString().matches("a\\.x12" + ID);
  }

  @Test
  void watch_namesThatAreTooLong_areCutAndGetAnId() throws IOException {
    String latin = "n".repeat(240) + ".json";
    String umlauts = "\u00fc".repeat(122) + ".json";
    drops.drop(latin, SampleDesk.CLEAN);
    drops.drop(umlauts, SampleDesk.DENIED);
    drops.drop("z.json", SampleDesk.CLEAN);

    CommandLineRun run = drops.watchOnce();

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(drops.names("done"))
        .satisfiesExactly(
            first -> assertThat(first).matches("n{200,}" + ID),
            second -> assertThat(second).isEqualTo("z.json"),
            third -> assertThat(third).matches("\u00fc{100,}" + ID));
    assertThat(drops.names("out"))
        .hasSize(3)
        .allMatch(name -> name.getBytes(UTF_8).length <= NAME_BYTES_MAX);
  }

  @Test
  void watch_longNameThatIsUsedUp_isCutToo() throws IOException {
    String name = "n".repeat(220) + ".json";
    drops.drop(name, SampleDesk.CLEAN);
    drops.watchOnce();
    drops.drop(name, SampleDesk.DENIED);

    CommandLineRun run = drops.watchOnce();

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(drops.names("done")).hasSize(2).contains(name);
    assertThat(drops.out(name + ".decisions.ndjson").get(0)).contains("E-CLEAN");
  }

  @Test
  void watch_foreignFilesAmongThoseTaken_areLeftAlone() throws IOException {
    List<String> foreign =
        List.of("01ARZ3NDEKTSV4RRFFQ69G5FAV", "Thumbs.db", "a rather long name of a foreign file");
    Files.createDirectory(drops.at(".work"));
    for (String name : foreign) {
      Files.writeString(drops.at(".work").resolve(name), "x");
    }
    drops.drop("a.json", SampleDesk.CLEAN);

    CommandLineRun run = drops.watchOnce();

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(drops.names("done")).containsExactly("a.json");
    assertThat(drops.names("out")).containsExactly("a.json.decisions.ndjson");
    assertThat(drops.names(".work")).containsExactlyElementsOf(foreign);
  }

  @Test
  void watch_nameThatIsNoText_isAnsweredWithoutWhatCannotBeSpelled() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no shell");
    // 0xFC is an umlaut in another encoding, and nothing in this one.
    int exit =
        new ProcessBuilder("/bin/sh", "-c", "printf '%s' '{}' > \"$(printf 'M\\374.json')\"")
            .directory(drops.folder().toFile())
            .start()
            .waitFor();
    assumeTrue(exit == 0, "such a name cannot be given");

    CommandLineRun run = drops.watchOnce();

    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(drops.names("failed")).containsExactly("M_.json");
  }
}
