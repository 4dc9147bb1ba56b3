package org.preclaim.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Caller;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.journal.Journal;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.lifecycle.DraftRequest;
import org.preclaim.lifecycle.FolderRule;
import org.preclaim.lifecycle.LifeCycle;
import org.preclaim.lifecycle.LifecycleProblemCode;
import org.preclaim.lifecycle.LifecycleRefusal;
import org.preclaim.lifecycle.ReleaseLife;
import org.preclaim.lifecycle.Standing;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.StoredRelease;

/**
 * The releases of a running service: steps in their lives, and the one that decides. Several times
 * a second it looks whether another service on the same journal put another one in force, whether
 * the time of one has come, and whether other official tables were imported. Methods throw {@link
 * JournalFault} where the journal cannot be read or written. Safe for use by many threads.
 */
public final class Releases implements AutoCloseable {

  private static final int WARM = 4;
  private static final long LOOK_MILLIS = 400;

  /** Who takes the folder's policies: nobody asked for it but whoever started the service. */
  private static final String STARTER = "serve";

  private final LifeCycle lifeCycle;
  private final ReferenceStore reference;
  private final ArtefactCache kept;
  private final Consumer<Problem> told;
  private final InForce inForce;
  private final ScheduledExecutorService watch;
  private final Map<String, OpenRelease> warm = new LinkedHashMap<>(WARM, 1, true);
  private String current;
  private List<Problem> lastTroubles = List.of();

  private Releases(
      LifeCycle lifeCycle,
      OpenRelease first,
      String current,
      ReferenceStore reference,
      Journal journal,
      Consumer<Problem> told) {
    this.lifeCycle = lifeCycle;
    this.reference = reference;
    this.kept = first.compiled();
    this.told = told;
    this.current = current;
    this.inForce = new InForce(first, reference, journal);
    this.watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "releases");
              thread.setDaemon(true);
              return thread;
            });
    warm.put(current, first);
  }

  /** Throws everything that keeps the release that is to decide from being decided under. */
  static Releases open(
      LifeCycle lifeCycle,
      OpenRelease folder,
      FolderRule rule,
      ReferenceStore reference,
      Journal journal,
      Consumer<Problem> told)
      throws ProblemsException {
    try {
      Standing standing = lifeCycle.begin(folder.stored(), rule, STARTER);
      String active = standing.active().orElseThrow().id();
      OpenRelease first =
          active.equals(folder.stored().id())
              ? folder
              : OpenRelease.of(lifeCycle.stored(active), folder.compiled());
      Releases releases = new Releases(lifeCycle, first, active, reference, journal, told);
      releases.watch();
      return releases;
    } catch (LifecycleRefusal refused) {
      throw new ProblemsException(refused.problems());
    }
  }

  /** Nothing that a look throws would be seen, so it throws nothing. */
  private void watch() {
    Future<?> unused =
        watch.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  InForce inForce() {
    return inForce;
  }

  /** What the releases are now. */
  public Standing standing() {
    return lifeCycle.standing();
  }

  /** The release with this id, or whose policies a decision with this release id was made under. */
  public ReleaseLife find(String id) throws LifecycleRefusal {
    return lifeCycle.find(id);
  }

  /** The files of a release. */
  public StoredRelease stored(String id) throws LifecycleRefusal {
    return lifeCycle.stored(id);
  }

  /** Writes the files of a release as a zip. */
  public void archive(String id, OutputStream out) throws IOException, LifecycleRefusal {
    lifeCycle.archive(id, out);
  }

  /** Takes in a draft, and verifies it at once; one with problems is not kept. */
  public ReleaseLife draft(Caller caller, DraftRequest request, InputStream zip)
      throws IOException, LifecycleRefusal {
    return lifeCycle.draft(caller, request, zip);
  }

  /** Agrees to a draft of somebody else. */
  public ReleaseLife approve(Caller caller, String id, String reason) throws LifecycleRefusal {
    return lifeCycle.approve(caller, id, reason);
  }

  /** Is against a draft. */
  public ReleaseLife reject(Caller caller, String id, String reason) throws LifecycleRefusal {
    return lifeCycle.reject(caller, id, reason);
  }

  /** Takes a draft back before it is in force, or cancels the time of one that was in force. */
  public ReleaseLife withdraw(Caller caller, String id, String reason) throws LifecycleRefusal {
    return lifeCycle.withdraw(caller, id, reason);
  }

  /**
   * Puts a release in force, which compiles: that is seen to before anything is recorded.
   *
   * @param from when; absent for now
   */
  public synchronized ReleaseLife activate(
      Caller caller, String id, @Nullable Instant from, String reason) throws LifecycleRefusal {
    lifeCycle.requireActivation(caller, id, from);
    ready(id);
    ReleaseLife life = lifeCycle.activate(caller, id, from, reason);
    follow(lifeCycle.standing());
    return life;
  }

  /** Puts the release before {@code id} back in force; what decides then. */
  public synchronized ReleaseLife rollBack(Caller caller, String id, String reason)
      throws LifecycleRefusal {
    lifeCycle.requireRollBack(caller, id);
    ReleaseLife before = lifeCycle.standing().before().orElse(null);
    if (before != null) {
      ready(before.id());
    }
    Standing standing = lifeCycle.rollBack(caller, id, reason);
    follow(standing);
    return standing.active().orElseThrow();
  }

  /** The release with this id, ready to decide; the last ones stay so. */
  private OpenRelease ready(String id) throws LifecycleRefusal {
    OpenRelease known = warm.get(id);
    if (known == null) {
      try {
        known = OpenRelease.of(lifeCycle.stored(id), kept);
      } catch (ProblemsException refused) {
        throw new LifecycleRefusal(LifecycleRefusal.Reason.UNUSABLE, refused.problems());
      }
      warm.put(id, known);
      if (warm.size() > WARM) {
        warm.remove(warm.keySet().iterator().next());
      }
    }
    return known;
  }

  private void follow(Standing standing) throws LifecycleRefusal {
    ReleaseLife active = standing.active().orElse(null);
    if (active != null && !active.id().equals(current)) {
      inForce.put(ready(active.id()));
      current = active.id();
    }
  }

  /** Looks once. What keeps it from following is told, and tried again the next time. */
  synchronized void look() {
    List<Problem> troubles = new ArrayList<>(troublesOf(reference::refresh));
    troubles.addAll(troublesOf(this::followJournal));
    troubles.stream().filter(each -> !lastTroubles.contains(each)).forEach(told);
    lastTroubles = troubles;
  }

  private void followJournal() throws LifecycleRefusal {
    Standing standing = lifeCycle.standing();
    ReleaseLife waiting = standing.scheduled().orElse(null);
    if (waiting != null) {
      ready(waiting.id());
      standing = lifeCycle.activateDue();
    }
    follow(standing);
  }

  /** Something that is tried again and again. */
  @FunctionalInterface
  private interface Attempt {
    void run() throws LifecycleRefusal, ProblemsException;
  }

  private static List<Problem> troublesOf(Attempt attempt) {
    try {
      attempt.run();
      return List.of();
    } catch (LifecycleRefusal refused) {
      return refused.problems();
    } catch (ProblemsException damaged) {
      return damaged.problems();
    } catch (JournalFault unreadable) {
      return List.of(unreadable.problem());
    } catch (RuntimeException fault) {
      // Or the watch would end, and with it all that follows.
      String words = "they cannot be followed: a fault of type " + fault.getClass().getName();
      return List.of(LifecycleProblemCode.NOT_FOLLOWED.problem("the releases", words));
    }
  }

  /** Stops looking. */
  @Override
  public void close() {
    watch.shutdownNow();
  }
}
