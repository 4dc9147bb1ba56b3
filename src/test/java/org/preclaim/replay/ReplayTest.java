package org.preclaim.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.answer.FactsJson;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.desk.Desk;
import org.preclaim.desk.OpenRelease;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.fixtures.RandomEncounters;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.intake.Admission;
import org.preclaim.intake.json.EncounterJson;
import org.preclaim.journal.Journal;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyFolder;
import org.preclaim.replay.Report.Difference;
import org.preclaim.replay.Report.Entries;
import org.preclaim.replay.Report.Fields;
import org.preclaim.replay.Report.Findings;
import org.preclaim.replay.Report.PolicyChange;
import org.preclaim.replay.Selection.Sample;

@Tag("locale")
class ReplayTest {

  private static final Clock LATER =
      Clock.offset(SampleDesk.CLOCK, Duration.ofDays(3000)).withZone(ZoneId.of("Asia/Tokyo"));

  private PastYears past;
  private Path first;
  private Path second;

  @BeforeEach
  void policies(@TempDir Path data) throws IOException {
    past = new PastYears(data);
    first = past.policies("first", rules -> rules);
    second =
        past.policies(
            "second",
            rules ->
                rules
                    .replace("\"99999\"", "\"11111\"")
                    .replace("report {code} with", "send {code} with"));
  }

  @Test
  void recorded_underThreeReleases_replaysWithoutDrift() throws Exception {
    Path third = past.policies("third", rules -> rules.replace("\"88888\"", "\"99213\""));
    List<String> documents = randomDocuments(60);
    documents.add(SampleDesk.DENIED);
    past.record(first, SampleDesk.CLOCK, documents);
    past.record(second, LATER, documents);
    past.record(third, SampleDesk.CLOCK, documents);

    Report report = past.replay(Selection.ALL, new Basis.ThatDay());

    assertThat(report.examples()).isEmpty();
    assertThat(report.entries()).isEqualTo(new Entries(183, 183, 0, 0, 0, 0));
    assertThat(report.complete()).isTrue();
    assertThat(report.upTo()).isEqualTo(183);
  }

  /** Those random encounters that need no words; the sample policies have none. */
  private static List<String> randomDocuments(int count) {
    EncounterJson json = new EncounterJson(new Vocabulary(Map.of()));
    RandomEncounters random = new RandomEncounters(11);
    return Stream.generate(() -> FactsJson.line(random.next()))
        .limit(count * 100L)
        .filter(
            document ->
                json.read(new ByteArrayInputStream(document.getBytes(UTF_8)), "-")
                    instanceof Admission.Admitted)
        .limit(count)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Test
  void draft_changesPolicies_isCountedAsByHand() throws Exception {
    past.record(first, SampleDesk.CLOCK, mixed());

    Report report = past.replay(Selection.ALL, new Basis.Draft(PolicyFolder.open(second)));

    assertThat(report.entries()).isEqualTo(new Entries(8, 1, 7, 0, 0, 0));
    assertThat(report.findings()).isEqualTo(new Findings(4, 5, 0, 2, 3, 2));
    assertThat(report.chargeBefore()).isEqualTo(money(200));
    assertThat(report.chargeAfter()).isEqualTo(money(300));
    assertThat(report.policies())
        .containsExactly(
            new PolicyChange("SAMPLE-001", 0, 0, 3, 2, money(200), money(300), List.of(1L, 2L, 3L)),
            new PolicyChange("SAMPLE-002", 0, 2, 0, 0, Money.ZERO, Money.ZERO, List.of(6L, 7L)));
    assertThat(report.examples()).hasSize(7);
    assertThat(report.under()).isEqualTo(PolicyFolder.open(second).stored().id());
  }

  @Test
  void release_kept_decidesAsItsDraftDid() throws Exception {
    past.record(first, SampleDesk.CLOCK, mixed());
    past.record(second, SampleDesk.CLOCK, List.of(SampleDesk.CLEAN));
    String id = PolicyFolder.open(second).stored().id();

    assertThat(past.replay(Selection.ALL, new Basis.Kept(id)))
        .isEqualTo(past.replay(Selection.ALL, new Basis.Draft(PolicyFolder.open(second))));
    assertThatThrownBy(() -> past.replay(Selection.ALL, new Basis.Kept("sha256:" + "0".repeat(64))))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("REPLAY-RELEASE-UNKNOWN");
  }

  @Test
  void decision_thatItsReleaseNeverMade_isDrift() throws Exception {
    past.record(first, SampleDesk.CLOCK, mixed());
    try (Desk lying = past.desk(first, SampleDesk.CLOCK, ReplayTest::sayingNothingTwice)) {
      PastYears.record(lying, List.of(SampleDesk.DENIED, SampleDesk.CLEAN));
    }

    Report report = past.replay(Selection.ALL, new Basis.ThatDay());

    assertThat(report.entries()).isEqualTo(new Entries(10, 9, 0, 1, 0, 0));
    assertThat(report.examples())
        .singleElement()
        .satisfies(
            example -> {
              assertThat(example.entry()).isEqualTo(9);
              assertThat(example.differences().toString())
                  .contains("what=outcome", "what=trace", "what=added, policy=SAMPLE-001");
            });
  }

  @Test
  void drift_inOneField_namesItWithBothValues() throws Exception {
    try (Desk lying = past.desk(first, SampleDesk.CLOCK, ReplayTest::underAnotherName)) {
      PastYears.record(lying, List.of(SampleDesk.DENIED));
    }

    Report report = past.replay(Selection.ALL, new Basis.ThatDay());

    Difference said = report.examples().get(0).differences().get(0);
    assertThat(said.what()).isEqualTo("said");
    assertThat(said.before()).contains("\"outcome\"");
    Fields fields = Objects.requireNonNull(said.fields());
    assertThat(fields.count()).isEqualTo(1);
    assertThat(fields.first().get(0).at()).isEqualTo("/release/name");
    assertThat(fields.first().get(0).before()).isEqualTo("\"another\"");
    assertThat(ReportText.of(report))
        .contains("  said\n    /release/name\n      - \"another\"\n      + \"")
        .doesNotContain("\"outcome\"");
    assertThat(ReportJson.MAPPER.readValue(ReportJson.line(report), Report.class))
        .isEqualTo(report);
  }

  private static OpenRelease.Engine underAnotherName(OpenRelease.Engine real) {
    return (encounter, reference, named) ->
        real.decide(encounter, reference, new ReleaseRef(named.id(), "another"));
  }

  /** Decides about every encounter as if it were the clean one. */
  private static OpenRelease.Engine sayingNothingTwice(OpenRelease.Engine real) {
    RandomEncounters harmless = new RandomEncounters(3);
    return (encounter, reference, named) ->
        encounter.id().equals("E-DENIED")
            ? real.decide(harmless.next(), reference, named)
            : real.decide(encounter, reference, named);
  }

  @Test
  void entries_erased_areSaidToBe() throws Exception {
    past.record(first, SampleDesk.CLOCK, mixed());
    past.record(first, SampleDesk.CLOCK, List.of(SampleDesk.CLEAN.replace("p-77", "p-erased")));
    try (Journal journal = Journal.open(past.journal(), SampleDesk.CLOCK)) {
      assertThat(journal.erase("p-erased", "ERASURE-1", "test")).isEqualTo(1);
    }

    Report report = past.replay(Selection.ALL, new Basis.ThatDay());

    assertThat(report.entries()).isEqualTo(new Entries(9, 8, 0, 0, 1, 0));
    assertThat(ReportText.of(report)).containsPattern("  erased +1\\n");
  }

  @Test
  void entries_letGoMeanwhile_doNotEndTheReplayBeforeLaterOnes() throws Exception {
    past.record(first, SampleDesk.CLOCK, mixed());
    past.record(first, SampleDesk.CLOCK, mixed());
    past.record(first, LATER, mixed());

    Report report =
        past.replay(
            new Selection(null, null, new TreeSet<>(), new TreeSet<>(), new Sample(24, 1), null),
            new Basis.ThatDay(),
            null,
            (done, of) -> {
              if (done == 0) {
                past.retain(LATER.instant());
              }
            },
            () -> false);

    assertThat(report.entries().chosen()).isEqualTo(8);
    assertThat(report.complete()).isTrue();
  }

  @Test
  void selection_byConditions_takesOnlyThose() throws Exception {
    List<IssuedDecision> decided = past.record(first, SampleDesk.CLOCK, mixed());
    past.record(first, LATER, mixed());

    assertThat(chosen(request("policy", "SAMPLE-001"))).isEqualTo(4);
    assertThat(chosen(request("code", "88888"))).isEqualTo(4);
    assertThat(chosen(request("outcome", "clean"))).isEqualTo(8);
    assertThat(chosen(request("payer", "nobody"))).isZero();
    assertThat(chosen(request("from", "2026-11-23"))).isEqualTo(8);
    assertThat(chosen(request("to", "2026-11-22"))).isEqualTo(8);
    Selection one =
        new Selection(
            null,
            null,
            new TreeSet<>(),
            new TreeSet<>(List.of(decided.get(2).decisionId())),
            null,
            null);
    assertThat(chosen(one)).isEqualTo(1);
  }

  @Test
  void sample_ofOneSeed_isAlwaysTheSame() throws Exception {
    past.record(first, SampleDesk.CLOCK, mixed());
    past.record(first, SampleDesk.CLOCK, mixed());
    Basis draft = new Basis.Draft(PolicyFolder.open(second));

    Report sample = past.replay(sample(5), draft);

    assertThat(sample.entries().chosen()).isEqualTo(5);
    assertThat(sample.seed()).isEqualTo(5L);
    assertThat(past.replay(sample(5), draft)).isEqualTo(sample);
    assertThat(past.replay(sample(6), draft).examples()).isNotEqualTo(sample.examples());
  }

  @Test
  void sample_upToAnEntry_isTheSameThoughTheJournalGrew() throws Exception {
    past.record(first, SampleDesk.CLOCK, mixed());
    Basis draft = new Basis.Draft(PolicyFolder.open(second));
    Report then = past.replay(sample(5), draft);
    past.record(first, LATER, mixed());
    past.record(first, LATER, mixed());

    assertThat(past.replay(sample(5), draft)).isNotEqualTo(then);
    assertThat(past.replay(sample(5, then.upTo()), draft)).isEqualTo(then);
    assertThatThrownBy(() -> past.replay(sample(5, 25L), draft))
        .isInstanceOf(ProblemsException.class)
        .hasMessageContaining("upTo: REPLAY-REQUEST `25`, and the journal ends with 24");
  }

  private static Selection sample(long seed) {
    return sample(seed, null);
  }

  private static Selection sample(long seed, @Nullable Long upTo) {
    return new Selection(null, null, new TreeSet<>(), new TreeSet<>(), new Sample(5, seed), upTo);
  }

  @Test
  void request_withoutSense_isToldWhole() {
    ReplayRequest request =
        new ReplayRequest(
            "yesterday", null, null, null, null, "bad", List.of("x"), 0, null, "first", 0L);

    assertThatThrownBy(request::selection)
        .isInstanceOfSatisfying(
            ProblemsException.class, refused -> assertThat(refused.problems()).hasSize(6));
  }

  private long chosen(Selection selection) throws Exception {
    return past.replay(selection, new Basis.ThatDay()).entries().chosen();
  }

  private static Selection request(String name, String value) throws ProblemsException {
    return new ReplayRequest(
            name.equals("from") ? value : null,
            name.equals("to") ? value : null,
            name.equals("policy") ? value : null,
            name.equals("code") ? value : null,
            name.equals("payer") ? value : null,
            name.equals("outcome") ? value : null,
            null,
            null,
            null,
            null,
            null)
        .selection();
  }

  /** Three of 11111, two of 99999, two of 88888, one of another code; 100.00 each. */
  private static List<String> mixed() {
    List<String> documents = new ArrayList<>();
    for (String code :
        List.of("11111", "11111", "11111", "99999", "99999", "88888", "88888", "55555")) {
      documents.add(SampleDesk.encounter("E-" + documents.size(), code));
    }
    return documents;
  }

  private static Money money(long dollars) {
    return new Money(BigDecimal.valueOf(dollars));
  }
}
