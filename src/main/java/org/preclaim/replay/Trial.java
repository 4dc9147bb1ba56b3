package org.preclaim.replay;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.intake.Admission;
import org.preclaim.replay.PastRelease.Usable;
import org.preclaim.replay.Verdict.Subject;

/**
 * Encounters of files decided under two releases, and compared. They are handed over one by one and
 * let go once they are decided: what it holds in memory does not grow with their number. For use by
 * one thread.
 */
public final class Trial implements AutoCloseable {

  private final Rivals rivals;
  private final int page;
  private final Workers pool;
  private final Tally tally;
  private List<Numbered> open = new ArrayList<>();
  private Workers.@Nullable Awaited<List<Verdict>> running;
  private long read;

  /** An encounter, or what kept it from being read, with its number. */
  private record Numbered(long number, Admission admission) {}

  /**
   * @param before what is in force
   * @param after what may come into force; encounters are read in its words
   * @param pace how the trial uses the machine
   */
  public Trial(Usable before, Usable after, Pace pace) {
    this.rivals = new Rivals(before, after);
    this.page = pace.page();
    this.pool = new Workers(pace.workers());
    this.tally = new Tally(Report.empty(after.ref().id(), before.ref().id(), 0, null));
  }

  /** Takes one more; it is decided soon. What could not be read is counted as not compared. */
  public void add(Admission admission) throws InterruptedException {
    if (admission instanceof Admission.Noticed) {
      return;
    }
    read++;
    open.add(new Numbered(read, admission));
    if (open.size() == page) {
      turn();
    }
  }

  /** How many were handed over. */
  public long read() {
    return read;
  }

  /** A stretch of the input could not be read at all; {@code reason} quotes nothing of it. */
  public void addUnreadable(String reason) {
    read++;
    tally.add(new Verdict.NotDecided(reason));
  }

  /** The report on all that were handed over. */
  public Report report() throws InterruptedException {
    turn();
    turn();
    return tally.report(true);
  }

  /** Waits for the page before, and has the next one decided while more are read. */
  private void turn() throws InterruptedException {
    if (running != null) {
      running.await().forEach(tally::add);
    }
    List<Numbered> next = open;
    open = new ArrayList<>();
    running = pool.later(() -> decided(next));
  }

  private List<Verdict> decided(List<Numbered> next) {
    try {
      return pool.each(next, this::judge);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private Verdict judge(Numbered numbered) {
    if (numbered.admission() instanceof Admission.Admitted admitted) {
      Subject subject = new Subject(numbered.number(), null, admitted.encounter().id());
      return rivals.judge(subject, admitted.encounter());
    }
    return Verdict.refused(numbered.admission());
  }

  @Override
  public void close() {
    pool.close();
  }
}
