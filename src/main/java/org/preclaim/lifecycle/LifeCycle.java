package org.preclaim.lifecycle;

import static org.preclaim.lifecycle.LifecycleProblemCode.BUSY;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Caller;
import org.preclaim.journal.Journal;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.RecordedStep;
import org.preclaim.journal.chain.Statement;
import org.preclaim.lifecycle.Step.Terms;
import org.preclaim.reference.ReferenceData;
import org.preclaim.release.StoredRelease;

/**
 * Takes steps in the lives of releases and records them. A step is checked against all steps before
 * it, and recorded only if nobody else recorded one in between; so services on one journal never
 * act on different pasts. Methods throw {@link JournalFault} where the journal cannot be read or
 * written. Safe for use by many threads.
 */
public final class LifeCycle {

  private static final int ATTEMPTS = 10;
  private static final int REASON_MAX = 1_000;
  private static final int NAME_MAX = 80;

  private final Journal journal;
  private final Supplier<ReferenceData> reference;
  private final Clock clock;
  private final Supplier<String> ids;
  private final Semaphore verifying = new Semaphore(1);
  private final List<Step> steps = new ArrayList<>();
  private Standing standing = Standing.none();

  /**
   * @param reference the official files as they are loaded when a draft comes
   * @param clock tells when a step was taken
   * @param ids gives ids that were not given before
   */
  public LifeCycle(
      Journal journal, Supplier<ReferenceData> reference, Clock clock, Supplier<String> ids) {
    this.journal = journal;
    this.reference = reference;
    this.clock = clock;
    this.ids = ids;
  }

  /** What the releases are, with the steps that others took meanwhile. */
  public synchronized Standing standing() {
    List<RecordedStep> more = journal.steps(standing.last());
    if (!more.isEmpty()) {
      more.forEach(step -> steps.add(Step.of(step)));
      standing = Standing.after(steps);
    }
    return standing;
  }

  /** A step that is to be taken. */
  private record Planned(String by, String release, StepKind kind, Terms terms) {}

  /** Says which steps are to be taken; throws where they may not. */
  @FunctionalInterface
  private interface Plan {
    List<Planned> under(Standing standing) throws LifecycleRefusal;
  }

  private Standing take(Plan plan) throws LifecycleRefusal {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Standing before = standing();
      List<Planned> planned = plan.under(before);
      if (planned.isEmpty() || journal.step(statements(planned), before.last())) {
        return standing();
      }
    }
    throw LifecycleRefusal.conflict(BUSY, "the releases", "others change them all the time");
  }

  private List<Statement> statements(List<Planned> planned) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return planned.stream()
        .map(
            step ->
                Step.statement(
                    ids.get(), now, step.by(), step.release(), step.kind(), step.terms()))
        .toList();
  }

  private ReleaseLife take(String id, Plan plan) throws LifecycleRefusal {
    return Rules.life(take(plan), id);
  }

  /**
   * What is in force as a service starts, which may be what lies in its folder.
   *
   * @param folder the policies in the working folder
   * @param by who starts the service
   */
  public Standing begin(StoredRelease folder, FolderRule rule, String by) throws LifecycleRefusal {
    return take(
        now -> {
          boolean first = now.active().isEmpty();
          if (!first && (rule == FolderRule.AT_FIRST_ONLY || isLastTaken(now, folder))) {
            return List.of();
          }
          Terms terms = Terms.taken(journal.keep(folder).name());
          return alone(now, new Planned(by, folder.id(), StepKind.TAKEN, terms));
        });
  }

  /** Compares files, not ids: another version of the engine gives the same files another id. */
  private boolean isLastTaken(Standing now, StoredRelease folder) {
    String last = now.lastTaken();
    return last != null
        && (last.equals(folder.id())
            || journal
                .release(last)
                .filter(taken -> taken.lock().files().equals(folder.lock().files()))
                .isPresent());
  }

  /**
   * Takes in a draft, and verifies it at once. One that is not as it should be is not kept.
   *
   * @param zip its files
   */
  public ReleaseLife draft(Caller caller, DraftRequest request, InputStream zip)
      throws LifecycleRefusal, IOException {
    Rules.mayDraft(caller);
    requireText("name", request.name(), NAME_MAX);
    requireText("reason", request.reason(), REASON_MAX);
    if (!verifying.tryAcquire()) {
      throw LifecycleRefusal.conflict(BUSY, "the draft", "another one is being verified");
    }
    try {
      DraftArchive archive = DraftArchive.read(zip);
      String base = request.base() == null ? archive.base() : request.base();
      return draft(caller, request, archive, Rules.base(base));
    } finally {
      verifying.release();
    }
  }

  private ReleaseLife draft(Caller caller, DraftRequest request, DraftArchive archive, String base)
      throws LifecycleRefusal {
    StoredRelease draft =
        new StoredRelease(request.name(), archive.files().lock(List.of()), archive.files());
    Rules.mayBegin(standing(), draft.id(), base);
    String verdict = Inspection.of(draft, stored(base)).verdict(caller, reference.get());
    String name = journal.keep(draft).name();
    Terms terms = Terms.draft(request.reason(), name, base);
    return take(
        draft.id(),
        now -> {
          Rules.mayBegin(now, draft.id(), base);
          return List.of(
              new Planned(caller.name(), draft.id(), StepKind.DRAFTED, terms),
              new Planned(
                  caller.name(), draft.id(), StepKind.VERIFIED, Terms.reason("").noting(verdict)));
        });
  }

  /** Agrees to a draft of somebody else. */
  public ReleaseLife approve(Caller caller, String id, String reason) throws LifecycleRefusal {
    requireText("reason", reason, REASON_MAX);
    return take(
        id,
        now -> {
          Terms terms = Rules.approval(caller, now, id, Terms.reason(reason));
          return List.of(new Planned(caller.name(), id, StepKind.APPROVED, terms));
        });
  }

  /** Is against a draft. */
  public ReleaseLife reject(Caller caller, String id, String reason) throws LifecycleRefusal {
    requireText("reason", reason, REASON_MAX);
    return take(
        id,
        now -> {
          Rules.mayReject(caller, now, id);
          return List.of(planned(caller, id, StepKind.REJECTED, reason));
        });
  }

  /**
   * Takes a draft back before it is in force, also one that waits for its time. One that was in
   * force before and waits to be so again is what it was, and waits no more.
   */
  public ReleaseLife withdraw(Caller caller, String id, String reason) throws LifecycleRefusal {
    requireText("reason", reason, REASON_MAX);
    return take(
        id,
        now -> {
          StepKind kind = Rules.withdrawal(caller, now, id);
          return List.of(planned(caller, id, kind, reason));
        });
  }

  /**
   * Puts a release in force.
   *
   * @param from when; absent for now. One release at most waits for its time, which another time
   *     for it replaces
   */
  public ReleaseLife activate(Caller caller, String id, @Nullable Instant from, String reason)
      throws LifecycleRefusal {
    requireText("reason", reason, REASON_MAX);
    if (from != null && !from.isAfter(clock.instant())) {
      throw LifecycleRefusal.unusable(
          LifecycleProblemCode.REQUEST, "at", "`" + from + "` has passed: expected a later time");
    }
    return take(
        id,
        now -> {
          Terms terms = Rules.activation(caller, now, id, Terms.reason(reason).from(from));
          return from == null
              ? alone(now, new Planned(caller.name(), id, StepKind.ACTIVATED, terms))
              : List.of(new Planned(caller.name(), id, StepKind.SCHEDULED, terms));
        });
  }

  /** Puts the release in force whose time has come, where there is one. */
  public Standing activateDue() throws LifecycleRefusal {
    return take(
        now -> {
          ReleaseLife due = now.scheduled().orElse(null);
          Instant from = due == null ? null : due.scheduled();
          if (due == null || from == null || from.isAfter(clock.instant())) {
            return List.of();
          }
          Step set = due.steps().get(due.steps().size() - 1);
          Terms terms = Terms.reason(set.terms().reason()).noting("as it was scheduled");
          return List.of(new Planned(set.by(), due.id(), StepKind.ACTIVATED, terms));
        });
  }

  /** Takes the release that decides out of force, and puts the one before it back. */
  public Standing rollBack(Caller caller, String id, String reason) throws LifecycleRefusal {
    requireText("reason", reason, REASON_MAX);
    return take(
        now -> {
          Rules.mayRollBack(caller, now, id);
          return alone(now, planned(caller, id, StepKind.ROLLED_BACK, reason));
        });
  }

  /**
   * A step that puts a release in force by hand, which was not foreseen when a time was set for
   * another one: that one waits no more, and has a step that says so.
   */
  private static List<Planned> alone(Standing now, Planned step) {
    ReleaseLife waiting = now.scheduled().orElse(null);
    if (waiting == null || waiting.id().equals(step.release())) {
      return List.of(step);
    }
    Terms terms =
        Terms.reason(step.terms().reason()).noting("a release was put in force before that time");
    return List.of(new Planned(step.by(), waiting.id(), StepKind.CANCELLED, terms), step);
  }

  private static Planned planned(Caller caller, String id, StepKind kind, String reason) {
    return new Planned(caller.name(), id, kind, Terms.reason(reason));
  }

  /** Throws where {@link #activate} would, without putting anything in force. */
  public void requireActivation(Caller caller, String id, @Nullable Instant from)
      throws LifecycleRefusal {
    Rules.activation(caller, standing(), id, Terms.reason("").from(from));
  }

  /** Throws where {@link #rollBack} would, without putting anything in force. */
  public void requireRollBack(Caller caller, String id) throws LifecycleRefusal {
    Rules.mayRollBack(caller, standing(), id);
  }

  /**
   * The release with this id; for the id in a decision, which pins official tables too, the release
   * whose policies it was made under.
   */
  public ReleaseLife find(String id) throws LifecycleRefusal {
    Standing now = standing();
    if (now.find(id).isPresent()) {
      return Rules.life(now, id);
    }
    return Rules.life(now, stored(id).lock().beside(List.of()).id());
  }

  /** The files of a release. */
  public StoredRelease stored(String id) throws LifecycleRefusal {
    return journal.release(id).orElseThrow(() -> LifecycleRefusal.unknown(id));
  }

  /** Writes the files of a release as a zip. */
  public void archive(String id, OutputStream out) throws IOException, LifecycleRefusal {
    DraftArchive.write(stored(id), out);
  }

  private static void requireText(String field, String text, int most) throws LifecycleRefusal {
    boolean printable =
        text.chars().noneMatch(each -> Character.isISOControl(each) && each != '\n');
    if (text.isBlank() || text.length() > most || !printable) {
      throw LifecycleRefusal.unusable(
          LifecycleProblemCode.REQUEST,
          field,
          "expected a text of 1 to " + most + " characters, without control characters");
    }
  }
}
