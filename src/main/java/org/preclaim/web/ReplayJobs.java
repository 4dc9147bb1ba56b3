package org.preclaim.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preclaim.desk.Desk;
import org.preclaim.journal.JournalReader;
import org.preclaim.problem.ProblemsException;
import org.preclaim.replay.Basis;
import org.preclaim.replay.Pace;
import org.preclaim.replay.PastReleases;
import org.preclaim.replay.Replay;
import org.preclaim.replay.ReplayRequest;
import org.preclaim.replay.Selection;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.Refusal;
import org.springframework.stereotype.Component;

/** The replays of this service: one at a time, and what came of the last ones. */
@Component
final class ReplayJobs implements AutoCloseable {

  private static final int KEPT = 16;
  private static final int PAGE = 500;

  private final Desk desk;
  private final Faults faults;
  private final Map<String, ReplayJob> jobs = new LinkedHashMap<>();

  private @Nullable PastReleases past;

  ReplayJobs(Desk desk, Faults faults) {
    this.desk = desk;
    this.faults = faults;
  }

  /** Starts a replay; throws {@link Refusal} where another one is running. */
  synchronized ReplayJob start(ReplayRequest request) throws ProblemsException {
    Selection selection = request.selection();
    JournalReader journal = desk.journal().orElseThrow(() -> new Refusal(HttpProblems.notFound()));
    if (jobs.values().stream().anyMatch(ReplayJob::isRunning)) {
      throw new Refusal(CallProblems.replayRunning());
    }
    String release = request.release();
    Basis basis = release == null ? new Basis.ThatDay() : new Basis.Kept(release);
    PastReleases releases = past(journal);
    ReplayJob job =
        new ReplayJob(
            desk.nextId(), () -> Replay.of(selection, basis, releases, pace(), null), faults);
    Thread thread = new Thread(job, "replay");
    thread.setDaemon(true);
    // First: where no thread can be had, there is no job that would never end.
    thread.start();
    jobs.put(job.id(), job);
    if (jobs.size() > KEPT) {
      jobs.remove(jobs.keySet().iterator().next());
    }
    return job;
  }

  /**
   * The same for all replays, or each of those that are remembered would keep releases of its own.
   */
  private PastReleases past(JournalReader journal) {
    if (past == null) {
      past = new PastReleases(journal, desk.reference(), desk.policies().compiled());
    }
    return past;
  }

  /** Decisions that are asked for now come first: half of the processors are theirs. */
  private static Pace pace() {
    return new Pace(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), PAGE);
  }

  synchronized Optional<ReplayJob> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /** Ends the one that is running. */
  @Override
  public synchronized void close() {
    jobs.values().forEach(ReplayJob::cancel);
  }
}
