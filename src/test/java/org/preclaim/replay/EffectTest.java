package org.preclaim.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.encounter.Money;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.fixtures.Seed;
import org.preclaim.intake.Admission;
import org.preclaim.intake.json.EncounterJson;
import org.preclaim.journal.JournalReader;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;
import org.preclaim.replay.PastRelease.Usable;
import org.preclaim.replay.Report.Entries;
import org.preclaim.replay.Report.Findings;
import org.preclaim.replay.Report.PolicyChange;

class EffectTest {

  private static final List<String> CODES = List.of("11111", "99999", "88888", "55555");
  private static final Pace PACE = new Pace(2, 7);

  private final Random random = new Random(Seed.VALUE);
  private PastYears past;
  private Path data;

  @BeforeEach
  void begin(@TempDir Path folder) {
    data = folder;
    past = new PastYears(folder);
  }

  private Usable release(String name, String denied, String modified)
      throws IOException, ProblemsException {
    Path folder =
        past.policies(
            name,
            rules ->
                rules
                    .replace("\"99999\"", "DENIED")
                    .replace("\"88888\"", modified)
                    .replace("DENIED", denied));
    return Usable.draft(PolicyFolder.open(folder), ReferenceStore.open(data), past.compiled());
  }

  private static Admission admitted(Usable release, String document) {
    return new EncounterJson(release.compiled().vocabulary())
        .read(new ByteArrayInputStream(document.getBytes(UTF_8)), "-");
  }

  private static Report trial(Usable before, Usable after, List<String> documents)
      throws InterruptedException {
    try (Trial trial = new Trial(before, after, PACE)) {
      for (String document : documents) {
        trial.add(admitted(after, document));
      }
      return trial.report();
    }
  }

  /** Each encounter has one line of 100.00, so that its code says what each release finds. */
  @Test
  void totals_ofRandomReleasesAndEncounters_addUpAndAreTrue() throws Exception {
    for (int round = 0; round < 3; round++) {
      String was = pick();
      String is = pick();
      Usable before = release("before" + round, "\"" + was + "\"", "\"" + pick() + "\"");
      Usable after = release("after" + round, "\"" + is + "\"", "\"" + pick() + "\"");
      List<String> codes = new ArrayList<>();
      List<String> documents = new ArrayList<>();
      for (int number = 0; number < 40; number++) {
        codes.add(pick());
        documents.add(SampleDesk.encounter("E-" + number, codes.get(number)));
      }

      Report report = trial(before, after, documents);

      assertAddsUp(report);
      assertThat(report.entries().chosen()).as("seed %d", Seed.VALUE).isEqualTo(40);
      assertThat(report.chargeBefore()).as("seed %d", Seed.VALUE).isEqualTo(charge(codes, was));
      assertThat(report.chargeAfter()).as("seed %d", Seed.VALUE).isEqualTo(charge(codes, is));
      assertThat(report.against()).isEqualTo(before.ref().id());
    }
  }

  private void assertAddsUp(Report report) {
    Findings findings = report.findings();
    PolicyChange total = report.total();
    Entries entries = report.entries();
    assertThat(
            new Findings(
                total.same() + total.changed() + total.gone(),
                total.same() + total.changed() + total.added(),
                total.same(),
                total.changed(),
                total.added(),
                total.gone()))
        .as("seed %d", Seed.VALUE)
        .isEqualTo(findings);
    assertThat(findings.after() - findings.before()).isEqualTo(findings.added() - findings.gone());
    assertThat(total.chargeBefore()).as("seed %d", Seed.VALUE).isEqualTo(report.chargeBefore());
    assertThat(total.chargeAfter()).as("seed %d", Seed.VALUE).isEqualTo(report.chargeAfter());
    assertThat(entries.chosen())
        .isEqualTo(
            entries.same()
                + entries.changed()
                + entries.drift()
                + entries.erased()
                + entries.notDecided());
  }

  private String pick() {
    return CODES.get(random.nextInt(CODES.size()));
  }

  private static Money charge(List<String> codes, String denied) {
    long count = codes.stream().filter(denied::equals).count();
    return new Money(BigDecimal.valueOf(count * 100));
  }

  @Test
  void unreadable_isCountedAndToldAsNotCompared() throws Exception {
    Usable before = release("before", "\"99999\"", "\"88888\"");
    Usable after = release("after", "\"11111\"", "\"88888\"");

    Report report =
        trial(before, after, List.of(SampleDesk.CLEAN, "{\"id\":1}", SampleDesk.DENIED));

    assertThat(report.entries()).isEqualTo(new Entries(3, 0, 2, 0, 0, 1));
    assertThat(report.notDecided().keySet().toString()).contains("REPLAY-FACTS-REFUSED by JSON-");
    assertThat(report.examples())
        .extracting(example -> example.entry() + " " + example.encounter())
        .containsExactly("1 E-CLEAN", "3 E-DENIED");
    assertThat(ReportText.of(report))
        .contains("effect of " + after.ref().id(), "against   " + before.ref().id())
        .containsPattern("not compared +1\n")
        .containsPattern("SAMPLE-001 +0 +0 +1 +1 +0\\.00\n")
        .containsPattern("total +0 +0 +1 +1 +0\\.00\n");
  }

  @Test
  void recorded_decisions_areComparedUnderBothReleasesWhateverWasSaidThen() throws Exception {
    Path old = past.policies("old", rules -> rules.replace("\"99999\"", "\"55555\""));
    past.record(
        old,
        SampleDesk.CLOCK,
        List.of(SampleDesk.CLEAN, SampleDesk.DENIED, SampleDesk.encounter("E-3", "55555")));
    Usable before = release("before", "\"99999\"", "\"88888\"");
    Usable after = release("after", "\"11111\"", "\"88888\"");

    try (JournalReader reader = JournalReader.open(past.journal())) {
      PastReleases releases = new PastReleases(reader, ReferenceStore.open(data), past.compiled());
      Report report =
          Replay.of(Selection.ALL, before, after, releases, PACE, null)
              .run((done, of) -> {}, () -> false);

      assertThat(report.entries()).isEqualTo(new Entries(3, 1, 2, 0, 0, 0));
      assertThat(report.findings()).isEqualTo(new Findings(1, 1, 0, 0, 1, 1));
      assertAddsUp(report);
      assertThat(report.examples().get(0).decision()).isNotNull();
    }
  }

  @Test
  void release_storedAndNeverActive_isReplayedUnder() throws Exception {
    past.record(past.policies("old", rules -> rules), SampleDesk.CLOCK, List.of(SampleDesk.DENIED));
    Path draft = past.policies("draft", rules -> rules.replace("\"99999\"", "\"11111\""));
    String id = past.keep(draft);

    Report report = past.replay(Selection.ALL, new Basis.Kept(id));

    assertThat(report.under()).isEqualTo(id);
    assertThat(report.findings()).isEqualTo(new Findings(1, 0, 0, 0, 0, 1));
  }

  @Test
  void encounters_thatOnlyTheDraftCanRead_areNotCompared() throws Exception {
    Usable sample = release("sample", "\"99999\"", "\"88888\"");
    Set<String> words = new TreeSet<>(sample.compiled().vocabulary().lists());
    // The sample policies have no words at all, so that any word is one that they refuse.
    assertThat(words).isEmpty();
    Usable shipped =
        Usable.draft(PolicyFolder.open(Path.of("")), ReferenceStore.open(data), past.compiled());
    String performed =
        SampleDesk.CLEAN.replaceFirst(
            "\\}$",
            ",\"procedures\":[{\"kind\":\"nephrostogram\",\"serviceDate\":\"2026-03-03\"}]}");

    Report report = trial(sample, shipped, List.of(performed, SampleDesk.CLEAN));

    assertThat(report.entries().notDecided()).isEqualTo(1);
    assertThat(report.notDecided().firstKey()).contains("JSON-UNKNOWN-WORD");
  }
}
