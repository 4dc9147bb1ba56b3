package org.preclaim.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.preclaim.desk.ServiceOnJournal.ANNA;
import static org.preclaim.desk.ServiceOnJournal.PAULA;
import static org.preclaim.desk.ServiceOnJournal.found;
import static org.preclaim.fixtures.SmallPolicies.version;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.Databases;
import org.preclaim.fixtures.SmallPolicies;
import org.preclaim.journal.JournalCopy;
import org.preclaim.lifecycle.FolderRule;
import org.preclaim.lifecycle.LifecycleRefusal;
import org.preclaim.lifecycle.ReleaseLife;
import org.preclaim.lifecycle.ReleaseState;
import org.preclaim.lifecycle.Step;

/** Releases that wait for their time, and how they come not to. */
class ScheduledReleasesTest {

  private static final String ENDED = "a release was put in force before that time";

  private final ServiceOnJournal.Ticking clock = new ServiceOnJournal.Ticking();
  private final Instant newYear = clock.instant().plus(Duration.ofDays(40));

  private ServiceOnJournal service(String journal, int folder) {
    return new ServiceOnJournal(journal, version(folder), FolderRule.WHEN_CHANGED, clock);
  }

  @Test
  void withdrawal_ofASupersededOneThatWaits_cancelsItsTimeAndNothingElse() throws Exception {
    String journal = Databases.SQLITE.fresh();
    String first = version(1).id();
    try (ServiceOnJournal service = service(journal, 1)) {
      service.publish(version(2));
      service.releases().activate(PAULA, first, newYear, "back with the new year");

      ReleaseLife cancelled = service.releases().withdraw(PAULA, first, "the payer gave in");

      assertThat(cancelled.state()).isEqualTo(ReleaseState.SUPERSEDED);
      assertThat(cancelled.scheduled()).isNull();
      assertThat(last(cancelled)).isEqualTo("cancelled by paula: the payer gave in");
      clock.passes(Duration.ofDays(41));
      service.releases().look();
      assertThat(found(service.decide())).containsExactly("PAY-2");
      assertThat(problem(() -> service.releases().withdraw(PAULA, first, "again")))
          .isEqualTo("LIFECYCLE-STATE it is superseded: expected one that is verified or approved");
      assertThat(service.releases().activate(PAULA, first, null, "after all").state())
          .isEqualTo(ReleaseState.ACTIVE);
    }
    assertThat(JournalCopy.at(journal).verify(null).letGo()).isZero();
  }

  @Test
  void withdrawal_ofARolledBackOneThatWaits_cancelsItsTimeToo() throws Exception {
    try (ServiceOnJournal service = service(Databases.SQLITE.fresh(), 1)) {
      String second = service.publish(version(2));
      service.releases().rollBack(PAULA, second, "too many denials");
      service.releases().activate(PAULA, second, newYear, "again later");

      ReleaseLife cancelled = service.releases().withdraw(PAULA, second, "never again");

      assertThat(cancelled.state()).isEqualTo(ReleaseState.SUPERSEDED);
      assertThat(service.releases().standing().scheduled()).isEmpty();
    }
  }

  @Test
  void withdrawal_ofASupersededOneThatWaits_isAnApproversAlone() throws Exception {
    try (ServiceOnJournal service = service(Databases.SQLITE.fresh(), 1)) {
      String second = service.publish(version(2));
      service.publish(version(3));
      service.releases().activate(PAULA, second, newYear, "back");

      assertThat(problem(() -> service.releases().withdraw(ANNA, second, "mine")))
          .isEqualTo("LIFECYCLE-ROLE this asks for the role approver");
      assertThat(service.releases().find(second).scheduled()).isEqualTo(newYear);
    }
  }

  @Test
  void withdrawal_ofAnApprovedOneThatWaits_endsIt() throws Exception {
    try (ServiceOnJournal service = service(Databases.SQLITE.fresh(), 1)) {
      String second = scheduled(service, version(2));

      ReleaseLife withdrawn = service.releases().withdraw(ANNA, second, "there is a better one");

      assertThat(withdrawn.state()).isEqualTo(ReleaseState.WITHDRAWN);
      assertThat(withdrawn.scheduled()).isNull();
    }
  }

  @Test
  void time_forAnotherOne_isRefusedWhileOneWaits() throws Exception {
    try (ServiceOnJournal service = service(Databases.SQLITE.fresh(), 1)) {
      String second = scheduled(service, version(2));
      String third = service.draft(ANNA, version(3)).id();
      service.releases().approve(PAULA, third, "fine");
      Instant later = newYear.plus(Duration.ofDays(1));

      assertThat(problem(() -> service.releases().activate(PAULA, third, later, "later")))
          .isEqualTo(
              "LIFECYCLE-WAITING `2026.12` ("
                  + second
                  + ") waits for "
                  + newYear
                  + ", and only one can: expected its withdrawal first");
      assertThat(service.releases().find(second).scheduled()).isEqualTo(newYear);

      service.releases().withdraw(PAULA, second, "the other one");
      assertThat(service.releases().activate(PAULA, third, later, "later").scheduled())
          .isEqualTo(later);
    }
  }

  @Test
  void time_forTheOneThatWaits_replacesItsTimeAndSaysSo() throws Exception {
    try (ServiceOnJournal service = service(Databases.SQLITE.fresh(), 1)) {
      String second = scheduled(service, version(2));
      Instant later = newYear.plus(Duration.ofDays(1));

      ReleaseLife moved = service.releases().activate(PAULA, second, later, "a day later");

      assertThat(moved.scheduled()).isEqualTo(later);
      assertThat(last(moved)).isEqualTo("scheduled by paula: a day later; instead of " + newYear);
      clock.passes(Duration.ofDays(40));
      service.releases().look();
      assertThat(found(service.decide())).containsExactly("PAY-1");
      clock.passes(Duration.ofDays(1));
      service.releases().look();
      assertThat(found(service.decide())).containsExactly("PAY-2");
      assertThat(last(service.releases().find(second)))
          .isEqualTo("activated by paula: a day later; as it was scheduled");
    }
  }

  @Test
  void activation_whileAnotherOneWaits_isAStepOfThatOneToo() throws Exception {
    String journal = Databases.SQLITE.fresh();
    try (ServiceOnJournal service = service(journal, 1)) {
      String second = scheduled(service, version(2));

      service.publish(version(3));

      ReleaseLife displaced = service.releases().find(second);
      assertThat(displaced.state()).isEqualTo(ReleaseState.APPROVED);
      assertThat(displaced.scheduled()).isNull();
      assertThat(last(displaced)).isEqualTo("cancelled by paula: now; " + ENDED);
    }
    assertThat(JournalCopy.at(journal).verify(null).letGo()).isZero();
  }

  @Test
  void activation_ofTheOneThatWaits_cancelsNothing() throws Exception {
    try (ServiceOnJournal service = service(Databases.SQLITE.fresh(), 1)) {
      String second = scheduled(service, version(2));

      ReleaseLife active = service.releases().activate(PAULA, second, null, "now, not later");

      assertThat(active.scheduled()).isNull();
      assertThat(active.steps())
          .extracting(each -> each.kind().word())
          .endsWith("scheduled", "activated");
    }
  }

  @Test
  void rollback_whileAnotherOneWaits_isAStepOfThatOneToo() throws Exception {
    try (ServiceOnJournal service = service(Databases.SQLITE.fresh(), 1)) {
      String second = service.publish(version(2));
      String third = scheduled(service, version(3));

      service.releases().rollBack(PAULA, second, "too many denials");

      assertThat(last(service.releases().find(third)))
          .isEqualTo("cancelled by paula: too many denials; " + ENDED);
    }
  }

  @Test
  void folderThatIsTaken_whileAnotherOneWaits_isAStepOfThatOneToo() throws Exception {
    String journal = Databases.SQLITE.fresh();
    String second;
    try (ServiceOnJournal service = service(journal, 1)) {
      second = scheduled(service, version(2));
    }
    try (ServiceOnJournal edited = service(journal, 3)) {
      assertThat(last(edited.releases().find(second))).isEqualTo("cancelled by serve: ; " + ENDED);
    }
  }

  /** The id of a release that is approved and waits for the new year. */
  private String scheduled(ServiceOnJournal service, SmallPolicies policies) throws Exception {
    String id = service.draft(ANNA, policies).id();
    service.releases().approve(PAULA, id, "looked at it");
    assertThat(service.releases().activate(PAULA, id, newYear, "with the new year").scheduled())
        .isEqualTo(newYear);
    return id;
  }

  private static String last(ReleaseLife life) {
    Step step = life.lastStep();
    String note = step.terms().note();
    return step.kind().word()
        + " by "
        + step.by()
        + ": "
        + step.terms().reason()
        + (note == null ? "" : "; " + note);
  }

  private static String problem(ThrowingCallable step) {
    LifecycleRefusal refused = catchThrowableOfType(LifecycleRefusal.class, step);
    return refused.problems().stream()
        .map(each -> each.code() + " " + each.message())
        .reduce((one, more) -> one + "\n" + more)
        .orElseThrow();
  }
}
