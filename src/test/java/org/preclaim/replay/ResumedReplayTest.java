package org.preclaim.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.journal.Journal;
import org.preclaim.problem.ProblemsException;

/** A replay that was stopped after its first page, and what it may go on with. */
class ResumedReplayTest {

  private static final Clock LATER = Clock.offset(SampleDesk.CLOCK, Duration.ofDays(365));
  private static final int EACH = 2 * PastYears.PAGE;

  private Path data;
  private PastYears past;
  private StateFile file;

  @BeforeEach
  void stop(@TempDir Path folder) throws Exception {
    data = folder;
    past = recorded("ours");
    file = new StateFile(data.resolve("state.json"));
    AtomicBoolean stopped = new AtomicBoolean();
    Report begun =
        past.replay(
            Selection.ALL,
            new Basis.ThatDay(),
            file,
            (done, of) -> stopped.set(done > 0),
            stopped::get);
    assertThat(begun.entries().chosen()).isEqualTo(PastYears.PAGE);
    assertThat(file.path()).exists();
  }

  @Test
  void state_ofTheSameJournal_isGoneOnWithThoughItGrew() throws Exception {
    past.record(past.policies("used", rules -> rules), LATER, List.of(SampleDesk.CLEAN));

    Report report = resumed(past);

    assertThat(report.complete()).isTrue();
    assertThat(report.upTo()).isEqualTo(2 * EACH);
    assertThat(report.entries().same()).isEqualTo(2 * EACH);
  }

  @Test
  void state_ofEntriesThatRetentionLetGo_isGoneOnWith() throws Exception {
    past.retain(LATER.instant());

    assertThat(resumed(past).entries().same()).isEqualTo(PastYears.PAGE + EACH);
  }

  @Test
  void state_ofAnotherJournal_isRefused() throws Exception {
    PastYears empty = new PastYears(Files.createDirectories(data.resolve("empty")));
    Journal.open(empty.journal(), SampleDesk.CLOCK).close();

    for (PastYears other : List.of(empty, recorded("others"))) {
      assertThatThrownBy(() -> resumed(other))
          .isInstanceOf(ProblemsException.class)
          .hasMessageContaining("REPLAY-STATE is of a replay of another journal");
    }
    assertThat(resumed(past).complete()).isTrue();
  }

  @Test
  void state_thatDoesNotSayOfWhichJournal_isRefused() throws Exception {
    String noted = Files.readString(file.path());
    Files.writeString(
        file.path(),
        noted.replaceFirst("\"version\":2,(.*)\"journal\":\"[^\"]*\",", "\"version\":1,$1"));

    assertThatThrownBy(() -> resumed(past))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("REPLAY-STATE is of another version of Preclaim");
  }

  @Test
  void journal_withoutEntries_leavesNothingToGoOnWith() throws Exception {
    file.remove();
    PastYears empty = new PastYears(Files.createDirectories(data.resolve("empty")));
    Journal.open(empty.journal(), SampleDesk.CLOCK).close();

    assertThat(resumed(empty).complete()).isTrue();
    assertThat(file.path()).doesNotExist();
  }

  private Report resumed(PastYears past) throws Exception {
    return past.replay(Selection.ALL, new Basis.ThatDay(), file, (done, of) -> {}, () -> false);
  }

  /** As many decisions of one year as of the next. */
  private PastYears recorded(String name) throws IOException, ProblemsException {
    PastYears recorded = new PastYears(Files.createDirectories(data.resolve(name)));
    Path policies = recorded.policies("used", rules -> rules);
    for (Clock clock : List.of(SampleDesk.CLOCK, LATER)) {
      List<String> documents = new ArrayList<>();
      for (int number = 0; number < EACH; number++) {
        documents.add(SampleDesk.encounter("E-" + number, "11111"));
      }
      recorded.record(policies, clock, documents);
    }
    return recorded;
  }
}
