package org.preclaim.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.preclaim.caller.Caller;
import org.preclaim.caller.Role;
import org.preclaim.decision.Decision;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.fixtures.SmallPolicies;
import org.preclaim.intake.Admission;
import org.preclaim.journal.Journal;
import org.preclaim.lifecycle.DraftRequest;
import org.preclaim.lifecycle.FolderRule;
import org.preclaim.lifecycle.LifecycleRefusal;
import org.preclaim.lifecycle.ReleaseLife;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;

/** A service without a door, on a journal that it may share with others. */
final class ServiceOnJournal implements AutoCloseable {

  static final Caller ANNA = new Caller("anna", Set.of(Role.ANALYST));
  static final Caller ERIK = new Caller("erik", Set.of(Role.ENGINEER));
  static final Caller PAULA = new Caller("paula", Set.of(Role.APPROVER, Role.ANALYST));

  final Path data;
  final Ticking clock;
  final List<Problem> told = new ArrayList<>();
  final Desk desk;

  /** A clock that a test moves. */
  static final class Ticking extends Clock {

    private Instant now = SampleDesk.CLOCK.instant();

    synchronized void passes(Duration time) {
      now = now.plus(time);
    }

    @Override
    public synchronized Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  ServiceOnJournal(String journal, SmallPolicies folder, FolderRule rule, Ticking clock) {
    this.clock = clock;
    try {
      data = Files.createTempDirectory("preclaim-service");
      PolicyFolder policies = PolicyFolder.open(folder.in(data.resolve("policies")));
      desk =
          Desk.following(
              OpenRelease.of(policies, ArtefactCache.none()),
              rule,
              ReferenceStore.open(data),
              data,
              clock,
              Journal.open(journal, clock),
              told::add);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (ProblemsException refused) {
      throw new IllegalStateException(refused);
    }
  }

  ServiceOnJournal(String journal, SmallPolicies folder) {
    this(journal, folder, FolderRule.WHEN_CHANGED, new Ticking());
  }

  Releases releases() {
    return desk.releases().orElseThrow();
  }

  /** Hands in a draft that was made from what decides. */
  ReleaseLife draft(Caller caller, SmallPolicies policies) throws IOException, LifecycleRefusal {
    String base = releases().standing().active().orElseThrow().id();
    return draft(caller, policies, base);
  }

  ReleaseLife draft(Caller caller, SmallPolicies policies, String base)
      throws IOException, LifecycleRefusal {
    DraftRequest request = new DraftRequest("2026.12", base, "a payer asks for it");
    return releases().draft(caller, request, new ByteArrayInputStream(policies.zip()));
  }

  /** Drafts, approves and activates. */
  String publish(SmallPolicies policies) throws IOException, LifecycleRefusal {
    String id = draft(ANNA, policies).id();
    releases().approve(PAULA, id, "looked at it");
    releases().activate(PAULA, id, null, "now");
    return id;
  }

  /** What is decided about a line that every version finds something on. */
  Decision decide() {
    return decide(desk, SampleDesk.DENIED);
  }

  static Decision decide(Desk desk, String document) {
    Admission admission = admit(desk, document);
    Encounter encounter = ((Admission.Admitted) admission).encounter();
    return desk.decide(encounter, Door.HTTP).decision();
  }

  static Admission admit(Desk desk, String document) {
    return desk.admitJson(new ByteArrayInputStream(document.getBytes(UTF_8)), "-");
  }

  /** The policies that found something. */
  static List<String> found(Decision decision) {
    return decision.warnings().stream().map(each -> each.policy().id()).toList();
  }

  @Override
  public void close() {
    desk.close();
  }
}
