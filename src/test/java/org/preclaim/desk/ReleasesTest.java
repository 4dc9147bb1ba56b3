package org.preclaim.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.preclaim.desk.ServiceOnJournal.ANNA;
import static org.preclaim.desk.ServiceOnJournal.ERIK;
import static org.preclaim.desk.ServiceOnJournal.PAULA;
import static org.preclaim.desk.ServiceOnJournal.found;
import static org.preclaim.fixtures.SmallPolicies.version;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preclaim.caller.Caller;
import org.preclaim.decision.Decision;
import org.preclaim.fixtures.Databases;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.intake.Admission;
import org.preclaim.journal.JournalCopy;
import org.preclaim.lifecycle.FolderRule;
import org.preclaim.lifecycle.LifecycleRefusal;
import org.preclaim.lifecycle.ReleaseLife;
import org.preclaim.lifecycle.ReleaseState;
import org.preclaim.lifecycle.Standing;
import org.preclaim.lifecycle.Step;
import org.preclaim.problem.Problem;
import org.preclaim.reference.NcciFiles;
import org.preclaim.reference.source.Progress;
import org.preclaim.reference.store.ImportRequest;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.table.WorkbookFixture;

class ReleasesTest {

  private static final String WORDY =
      """
      {"id":"E-W","setting":"practitioner","patient":{"key":"p-77"},\
      "documentation":[{"element":"word-2"}],\
      "lines":[{"number":1,"code":"99999","units":"1","serviceDate":"2026-03-03","charge":"1.00"}]}""";

  @ParameterizedTest
  @EnumSource(Databases.class)
  void release_fromDraftToRollback_decidesWhileItIsActive(Databases kind) throws Exception {
    String journal = kind.fresh();
    String first = version(1).id();
    try (ServiceOnJournal service = new ServiceOnJournal(journal, version(1))) {
      assertThat(found(service.decide())).containsExactly("PAY-1");

      String second = service.publish(version(2));

      Decision decided = service.decide();
      assertThat(found(decided)).containsExactly("PAY-2");
      assertThat(decided.release().id()).isEqualTo(second);
      assertThat(decided.release().name()).isEqualTo("2026.12");
      assertThat(states(service.releases().standing()))
          .containsExactly(ReleaseState.SUPERSEDED, ReleaseState.ACTIVE);

      ReleaseLife back = service.releases().rollBack(PAULA, second, "too many denials");

      assertThat(back.id()).isEqualTo(first);
      assertThat(found(service.decide())).containsExactly("PAY-1");
      assertThat(words(service.releases().find(second)))
          .containsExactly(
              "drafted by anna: a payer asks for it",
              "verified by anna: 2 families compile and 0 scenarios are decided as they promise, by"
                  + " preclaim-engine 1, drools 10.2.0; codes not checked: mpfs, carc-rarc",
              "approved by paula: looked at it",
              "activated by paula: now",
              "rolled-back by paula: too many denials");
    }
    assertThat(JournalCopy.at(journal).verify(null).entries()).isEqualTo(9);
  }

  private static List<ReleaseState> states(Standing standing) {
    return standing.lives().values().stream().map(ReleaseLife::state).toList();
  }

  private static List<String> words(ReleaseLife life) {
    return life.steps().stream().map(ReleasesTest::words).toList();
  }

  private static String words(Step step) {
    String note = step.terms().note();
    String words = step.terms().reason() + (note == null ? "" : note);
    return step.kind().word() + " by " + step.by() + ": " + words;
  }

  @Test
  void draft_ofOnesOwn_isApprovedByNobodyButTheOnlyUser() throws Exception {
    try (ServiceOnJournal service = new ServiceOnJournal(Databases.SQLITE.fresh(), version(1))) {
      String own = service.draft(PAULA, version(2)).id();
      assertThat(refusal(() -> service.releases().approve(PAULA, own, "mine is fine")))
          .containsExactly(
              "403 "
                  + own
                  + ": LIFECYCLE-OWN-DRAFT it is a draft of your own: expected somebody"
                  + " else to approve it");
      assertThat(codes(() -> service.releases().approve(ANNA, own, "fine")))
          .containsExactly("LIFECYCLE-ROLE");
      assertThat(codes(() -> service.releases().activate(PAULA, own, null, "now")))
          .containsExactly("LIFECYCLE-STATE");

      String alone = service.draft(Caller.LOCAL, version(3)).id();
      ReleaseLife approved = service.releases().approve(Caller.LOCAL, alone, "fine");

      assertThat(approved.state()).isEqualTo(ReleaseState.APPROVED);
      assertThat(words(approved))
          .last()
          .asString()
          .isEqualTo("approved by local: fineapproved without a second pair of eyes");
    }
  }

  @Test
  void draft_madeFromWhatDecidesNoMore_isStaleAtEveryStep() throws Exception {
    try (ServiceOnJournal service = new ServiceOnJournal(Databases.SQLITE.fresh(), version(1))) {
      String slow = service.draft(ANNA, version(3)).id();
      String slower = service.draft(ANNA, version(4)).id();
      service.releases().approve(PAULA, slow, "fine");

      service.publish(version(2));

      assertThat(codes(() -> service.releases().activate(PAULA, slow, null, "now")))
          .containsExactly("LIFECYCLE-STALE");
      assertThat(codes(() -> service.releases().approve(PAULA, slower, "fine")))
          .containsExactly("LIFECYCLE-STALE");
      assertThat(refusal(() -> service.draft(ANNA, version(5), version(1).id())))
          .singleElement()
          .asString()
          .startsWith("409 the draft: LIFECYCLE-STALE it was made from `" + version(1).id() + "`");
      assertThat(codes(() -> service.draft(ANNA, version(2)))).containsExactly("LIFECYCLE-EXISTS");
      assertThat(service.releases().withdraw(ANNA, slow, "again").state())
          .isEqualTo(ReleaseState.WITHDRAWN);
      assertThat(service.releases().reject(PAULA, slower, "no").state())
          .isEqualTo(ReleaseState.REJECTED);
      assertThat(service.draft(ANNA, version(3)).state()).isEqualTo(ReleaseState.VERIFIED);
    }
  }

  @Test
  void code_changed_isTakenFromEngineersOnly() throws Exception {
    var header = version(2, workbook -> workbook.cell("B8", "Procedure codes"));
    var rules = version(2).rules(text -> text + "\n// more\n");
    try (ServiceOnJournal service = new ServiceOnJournal(Databases.SQLITE.fresh(), version(1))) {
      assertThat(refusal(() -> service.draft(ANNA, header)))
          .containsExactly(
              "403 decision-tables/payable.xlsx!Policies!B8: LIFECYCLE-ENGINEER the header cell was"
                  + " changed, which is an engineer's to change");
      assertThat(refusal(() -> service.draft(ANNA, rules)))
          .containsExactly(
              "403 rules/sample.drl:1:1: LIFECYCLE-ENGINEER the file was changed, which is an"
                  + " engineer's to change");
      assertThat(service.releases().standing().lives()).hasSize(1);

      assertThat(words(service.draft(ERIK, rules)).get(1))
          .endsWith("; codes not checked: mpfs, carc-rarc; code was changed: rules/sample.drl:1:1");
    }
  }

  @Test
  void draft_withProblems_isNotKeptAndAllAreTold() throws Exception {
    var wrong = version(2, workbook -> workbook.cell("C9", "dney").cell("I9", ""));
    var loop = version(2).rules(text -> text.replace("BilledLine( code", "BilledLine( cod"));
    try (ServiceOnJournal service = new ServiceOnJournal(Databases.SQLITE.fresh(), version(1))) {
      assertThat(refusal(() -> service.draft(ANNA, wrong)))
          .hasSize(2)
          .allSatisfy(each -> assertThat(each).startsWith("422 decision-tables/payable.xlsx!"));
      assertThat(refusal(() -> service.draft(ERIK, loop)))
          .isNotEmpty()
          .allSatisfy(each -> assertThat(each).startsWith("422 rules/sample.drl:"));
      assertThat(service.releases().standing().lives()).hasSize(1);
    }
  }

  @Test
  void draft_withRowsThatContradict_isNotKept() throws Exception {
    List<String> cells = List.of("PAY-20", "99999", "risk", "why", "CO", "96", "N130", "", "here");
    var both =
        version(
            2,
            workbook -> {
              WorkbookFixture more = workbook;
              for (int index = 0; index < cells.size(); index++) {
                more = more.cell((char) ('A' + index) + "10", cells.get(index));
              }
              return more;
            });
    try (ServiceOnJournal service = new ServiceOnJournal(Databases.SQLITE.fresh(), version(1))) {
      assertThat(refusal(() -> service.draft(ANNA, both)))
          .singleElement()
          .satisfies(
              each ->
                  assertThat(each)
                      .startsWith("422 decision-tables/payable.xlsx!Policies!A10")
                      .contains("ANALYSIS-CONTRADICTION"));
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void services_onOneJournal_followEachOther(Databases kind) throws Exception {
    String journal = kind.fresh();
    var clock = new ServiceOnJournal.Ticking();
    try (ServiceOnJournal here = service(journal, clock);
        ServiceOnJournal there = service(journal, clock)) {
      String second = here.publish(version(2));

      there.releases().look();
      assertThat(there.decide().release().id()).isEqualTo(second);

      String third = there.draft(ANNA, version(3)).id();
      here.releases().approve(PAULA, third, "fine");
      Instant newYear = clock.instant().plus(Duration.ofDays(40));
      here.releases().activate(PAULA, third, newYear, "with the new year");
      there.releases().look();
      assertThat(found(there.decide())).containsExactly("PAY-2");
      assertThat(there.releases().find(third).scheduled()).isEqualTo(newYear);

      clock.passes(Duration.ofDays(41));
      there.releases().look();
      here.releases().look();

      assertThat(found(there.decide())).containsExactly("PAY-3");
      assertThat(found(here.decide())).containsExactly("PAY-3");
      assertThat(words(here.releases().find(third)))
          .last()
          .asString()
          .isEqualTo("activated by paula: with the new yearas it was scheduled");
      assertThat(here.told).isEmpty();
    }
    assertThat(JournalCopy.at(journal).verify(null).letGo()).isZero();
  }

  private static ServiceOnJournal service(String journal, ServiceOnJournal.Ticking clock) {
    return new ServiceOnJournal(journal, version(1), FolderRule.WHEN_CHANGED, clock);
  }

  @Test
  void restart_withTheFolderOfBefore_goesOnWithWhatWasPublished() throws Exception {
    String journal = Databases.SQLITE.fresh();
    try (ServiceOnJournal service = new ServiceOnJournal(journal, version(1))) {
      service.publish(version(2));
    }
    try (ServiceOnJournal same = new ServiceOnJournal(journal, version(1))) {
      assertThat(found(same.decide())).containsExactly("PAY-2");
    }
    var clock = new ServiceOnJournal.Ticking();
    try (ServiceOnJournal other =
        new ServiceOnJournal(journal, version(3), FolderRule.AT_FIRST_ONLY, clock)) {
      assertThat(found(other.decide())).containsExactly("PAY-2");
    }
    try (ServiceOnJournal changed = new ServiceOnJournal(journal, version(3))) {
      assertThat(found(changed.decide())).containsExactly("PAY-3");
      assertThat(words(changed.releases().find(version(3).id())))
          .containsExactly("taken by serve: ");
      assertThat(found(backAt(changed))).containsExactly("PAY-2");
    }
  }

  private static Decision backAt(ServiceOnJournal service) throws LifecycleRefusal {
    String active = service.releases().standing().active().orElseThrow().id();
    service.releases().rollBack(PAULA, active, "back");
    return service.decide();
  }

  @Test
  void request_inFlight_keepsItsReleaseAndItsWords() throws Exception {
    try (ServiceOnJournal service = new ServiceOnJournal(Databases.SQLITE.fresh(), version(1))) {
      Desk before = service.desk.pinned();
      assertThat(ServiceOnJournal.admit(before, WORDY)).isInstanceOf(Admission.Refused.class);

      service.publish(version(2));

      assertThat(found(ServiceOnJournal.decide(before, SampleDesk.DENIED)))
          .containsExactly("PAY-1");
      assertThat(ServiceOnJournal.admit(before, WORDY)).isInstanceOf(Admission.Refused.class);
      assertThat(found(ServiceOnJournal.decide(service.desk, WORDY))).containsExactly("PAY-2");
    }
  }

  @Test
  void rollback_withNothingBefore_orOfAnotherOne_isRefused() throws Exception {
    try (ServiceOnJournal service = new ServiceOnJournal(Databases.SQLITE.fresh(), version(1))) {
      assertThat(codes(() -> service.releases().rollBack(PAULA, version(1).id(), "back")))
          .containsExactly("LIFECYCLE-NOTHING-BEFORE");
      service.publish(version(2));
      assertThat(codes(() -> service.releases().rollBack(PAULA, version(1).id(), "back")))
          .containsExactly("LIFECYCLE-STATE");
      assertThat(codes(() -> service.releases().rollBack(PAULA, "sha256:none", "back")))
          .containsExactly("LIFECYCLE-UNKNOWN");
      assertThat(codes(() -> service.releases().rollBack(PAULA, version(2).id(), " ")))
          .containsExactly("LIFECYCLE-REQUEST");
    }
  }

  @Test
  void tables_importedByAnotherProcess_areInForceAfterALook() throws Exception {
    try (ServiceOnJournal service = new ServiceOnJournal(Databases.SQLITE.fresh(), version(1))) {
      String before = service.desk.release().id();
      var file =
          NcciFiles.write(
              service.data.resolve("in"),
              "MCR_MUE_PractitionerServices_Eff_07-01-2025.csv",
              NcciFiles.mue("Practitioner", "A0001 3 2"));
      ImportRequest request =
          new ImportRequest(List.of(ImportRequest.Source.of(file)), null, false);
      ReferenceStore.open(service.data).importFiles(request, Progress.NONE);

      service.releases().look();

      assertThat(service.desk.release().id()).isNotEqualTo(before);
      assertThat(service.releases().find(service.decide().release().id()).id())
          .isEqualTo(version(1).id());
    }
  }

  private static LifecycleRefusal refused(ThrowingCallable step) {
    return catchThrowableOfType(LifecycleRefusal.class, step);
  }

  private static List<String> codes(ThrowingCallable step) {
    return refused(step).problems().stream().map(Problem::code).toList();
  }

  private static List<String> refusal(ThrowingCallable step) {
    LifecycleRefusal refused = refused(step);
    int status =
        switch (refused.reason()) {
          case UNUSABLE -> 422;
          case UNKNOWN -> 404;
          case FORBIDDEN -> 403;
          case CONFLICT -> 409;
        };
    return refused.problems().stream()
        .map(each -> status + " " + each.place() + ": " + each.code() + " " + each.message())
        .toList();
  }
}
