package org.preclaim.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.fixtures.Seed;
import org.preclaim.journal.chain.Hash;
import org.preclaim.journal.chain.Root;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyFolder;
import org.preclaim.replay.StateFile.State;

/** A replay is killed again and again; {@code -Dpreclaim.kills=10} makes it ten times. */
class KilledReplayTest {

  private static final int KILLS = Integer.getInteger("preclaim.kills", 2);
  private static final int ENTRIES = 1_500;

  /** How many lines the process may be ahead of its reader, so that it is at work when killed. */
  private static final int AHEAD = 3;

  /** After so many at most it is killed: ten times within the pages that there are. */
  private static final int LINES_MAX = 4;

  private static final List<String> CODES = List.of("11111", "99999", "88888", "55555");

  private final Random random = new Random(Seed.VALUE);
  private Path data;
  private Path draft;
  private PastYears past;

  @BeforeEach
  void record(@TempDir Path folder) throws IOException, ProblemsException {
    data = folder;
    past = new PastYears(data);
    draft = past.policies("draft", rules -> rules.replace("\"99999\"", "\"11111\""));
    List<String> documents = new ArrayList<>();
    for (int number = 0; number < ENTRIES; number++) {
      documents.add(SampleDesk.encounter("E-" + number, CODES.get(random.nextInt(CODES.size()))));
    }
    past.record(past.policies("used", rules -> rules), SampleDesk.CLOCK, documents);
  }

  @Test
  void replay_killedAndResumed_reportsAsIfItRanThrough() throws Exception {
    Report whole = past.replay(Selection.ALL, new Basis.Draft(PolicyFolder.open(draft)));
    int kills = 0;
    Optional<String> report = Optional.empty();
    while (report.isEmpty()) {
      int patience = kills < KILLS ? 1 + random.nextInt(LINES_MAX) : Integer.MAX_VALUE;
      report = run(patience);
      kills += report.isEmpty() ? 1 : 0;
    }

    assertThat(kills).as("seed %d", Seed.VALUE).isEqualTo(KILLS);
    assertThat(report).as("seed %d", Seed.VALUE).hasValue(ReportJson.line(whole));
    assertThat(whole.entries().chosen()).isEqualTo(ENTRIES);
  }

  @Test
  void state_ofAnotherReplay_isRefused() throws Exception {
    Path state = data.resolve("state");
    Files.writeString(state, "{}");
    Root root = new Root(Hash.NONE, 9);
    assertThatThrownBy(() -> new StateFile(state).read("x", last -> Optional.of(root)))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("REPLAY-STATE");
    new StateFile(state).write(State.of("y", root, 3, Report.empty("recorded", 9, null)));
    assertThatThrownBy(() -> new StateFile(state).read("x", last -> Optional.of(root)))
        .hasMessageContaining("is of another replay");
    assertThat(new StateFile(state).read("y", last -> Optional.of(root)).orElseThrow().position())
        .isEqualTo(3);
  }

  /** The report; none where the process was killed, which it is after so many lines. */
  private Optional<String> run(int lines) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledReplay.class.getName(),
                data.toString(),
                draft.toString(),
                data.resolve("state.json").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String last = "";
    int seen = 0;
    try (OutputStream goOn = process.getOutputStream();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      goOn.write(new byte[Math.min(ENTRIES, lines) + AHEAD]);
      goOn.flush();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        last = line;
        seen++;
        if (seen == lines) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
    return process.exitValue() == 0 ? Optional.of(last) : Optional.empty();
  }
}
