package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.SampleDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayCommandTest {

  private Path data;
  private Path draft;

  @BeforeEach
  void decide(@TempDir Path folder) throws IOException {
    data = folder;
    Path file = data.resolve("in.ndjson");
    Files.writeString(file, SampleDesk.CLEAN + "\n" + SampleDesk.DENIED + "\n");
    CommandLineRun.withPolicies("check", "--data", data.toString(), file.toString());
    draft = data.resolve("draft");
    Files.createDirectories(draft.resolve("rules"));
    String rules = Files.readString(SampleDesk.POLICIES.resolve("rules/sample.drl"));
    Files.writeString(draft.resolve("rules/sample.drl"), rules.replace("\"99999\"", "\"11111\""));
  }

  @Test
  void replay_underTheReleaseOfTheDay_isTheSame() {
    CommandLineRun run = replay();

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .startsWith("replay under the release of the day\nentries up to 2\n")
        .containsPattern("entries chosen +2\n  same +2\n  changed +0\n  drift +0\n");
  }

  @Test
  void replay_underADraft_tellsWhatDiffers() {
    CommandLineRun run = replay("--policies", draft.toString(), "--format", "json");

    assertThat(run.exit()).isEqualTo(1);
    JsonNode report = JsonMapper.shared().readTree(run.out());
    assertThat(report.at("/entries/changed").asLong()).isEqualTo(2);
    assertThat(report.at("/policies/0/policy").asString()).isEqualTo("SAMPLE-001");
    assertThat(report.at("/policies/0/added").asLong()).isEqualTo(1);
    assertThat(report.at("/policies/0/gone").asLong()).isEqualTo(1);
    assertThat(report.at("/chargeBefore").asString()).isEqualTo("100.00");
    assertThat(report.at("/chargeAfter").asString()).isEqualTo("100.00");
  }

  @Test
  void replay_asWorkbook_opensAgain() throws IOException {
    Path output = data.resolve("report.xlsx");
    assertThat(replay("--format", "xlsx").err()).contains("expected --output with a file");

    CommandLineRun run =
        replay("--policies", draft.toString(), "--format", "xlsx", "--output", output.toString());

    assertThat(run.exit()).isEqualTo(1);
    try (InputStream in = Files.newInputStream(output);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      assertThat(book.getSheet("Policies").getRow(1).getCell(0).getStringCellValue())
          .isEqualTo("SAMPLE-001");
    }
  }

  @Test
  void replay_withNoPlaceForItsReport_doesNotBegin() {
    Path missing = data.resolve("missing").resolve("report.json");

    CommandLineRun run = replay("--output", missing.toString(), "--id", "nobody");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("the folder of `" + missing + "` is missing")
        .doesNotContain("REPLAY-NO-DECISION");
    assertThat(replay("--output", data.toString(), "--id", "nobody").err())
        .contains("`" + data + "` is a folder");
  }

  @Test
  void replay_upToAnEntry_decidesNoLaterOne() {
    assertThat(replay("--up-to", "1").out()).contains("entries up to 1\n");
    assertThat(replay("--up-to", "1").out()).containsPattern("entries chosen +1\n");
    assertThat(replay("--up-to", "3").err()).contains("upTo: REPLAY-REQUEST");
  }

  @Test
  void replay_withState_leavesNoneWhenItIsDone() {
    Path state = data.resolve("state.json");

    assertThat(replay("--state", state.toString(), "--sample", "1").exit()).isZero();
    assertThat(state).doesNotExist();
  }

  @Test
  void replay_thatMakesNoSense_exitsWithTwo() {
    assertThat(replay("--from", "once").err()).contains("REPLAY-REQUEST", "`once`");
    assertThat(replay("--id", "nobody").err()).contains("REPLAY-NO-DECISION");
    assertThat(replay("--journal", data.resolve("none.db").toString()).exit()).isEqualTo(2);
    String other = "sha256:" + "0".repeat(64);
    assertThat(replay("--release", other).err()).contains("REPLAY-RELEASE-UNKNOWN");
    assertThat(replay("--release", other, "--policies", draft.toString()).err())
        .contains("expected one of --release and --policies");
  }

  private CommandLineRun replay(String... more) {
    List<String> arguments = new ArrayList<>(List.of("replay", "--data", data.toString()));
    arguments.addAll(List.of(more));
    return CommandLineRun.of("", arguments.toArray(String[]::new));
  }
}
