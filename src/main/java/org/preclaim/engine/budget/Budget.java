package org.preclaim.engine.budget;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The processor time that one evaluation may take, charged wherever a rule reads a fact or a row,
 * and whenever one of its conditions or actions is asked. Halting a session does not stop a join
 * that explodes, but every combination it tries asks a condition. Belongs to one evaluation at a
 * time and is not shared between threads.
 *
 * <p>It is the thread's own processor time: one that a busy machine lets wait spends nothing
 * meanwhile. Asking for it costs as much as some families take, so nobody does for the first {@link
 * #READS_UNWATCHED} reads, which few honest evaluations exceed.
 *
 * <p>The clock only decides whether an evaluation is given up: then it is reported as skipped, and
 * the decision as incomplete. It never decides what is found.
 */
public final class Budget {

  /** What a family may take for one encounter: thousands of times what an honest one does. */
  public static final Duration FAMILY = Duration.ofMillis(250);

  /** Reads between two looks at the clock: at some nanoseconds each, far below a millisecond. */
  static final int READS_UNWATCHED = 1024;

  private static final ThreadLocal<Budget> CURRENT = new ThreadLocal<>();
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long nanos;
  private final LongSupplier clock;
  private long deadline;
  private int unwatched;
  private boolean running;
  private boolean watched;
  private boolean spent;

  /** A budget of {@code time} for each evaluation, measured by the processor time of its thread. */
  public Budget(Duration time) {
    this(
        time, THREADS.isCurrentThreadCpuTimeSupported() ? Budget::processorTime : System::nanoTime);
  }

  private static long processorTime() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /**
   * @param clock nanoseconds from anywhere, never running backwards
   */
  Budget(Duration time, LongSupplier clock) {
    this.nanos = time.toNanos();
    this.clock = clock;
  }

  /** Begins an evaluation: what the one before has spent is forgotten. */
  public void start() {
    unwatched = READS_UNWATCHED;
    watched = false;
    spent = false;
    running = true;
    CURRENT.set(this);
  }

  /** Ends the evaluation: reading facts afterwards costs nothing. */
  public void stop() {
    running = false;
    CURRENT.remove();
  }

  /**
   * Charges the evaluation that runs on this thread, if one does. Compiled conditions and actions
   * of rules call it, whatever they ask.
   */
  public static void chargeCurrent() {
    Budget current = CURRENT.get();
    if (current != null) {
      current.charge();
    }
  }

  /** Whether the evaluation begun last was given up. */
  public boolean spent() {
    return spent;
  }

  /** Charges one read; throws {@link BudgetSpent} where the time is over. */
  public void charge() {
    if (--unwatched < 0) {
      look();
    }
  }

  private void look() {
    unwatched = READS_UNWATCHED;
    if (!running) {
      return;
    }
    if (!watched) {
      watched = true;
      deadline = clock.getAsLong() + nanos;
    } else if (clock.getAsLong() - deadline > 0) {
      spent = true;
    }
    if (spent) {
      // Whoever swallows it meets it again at the next read.
      unwatched = 0;
      throw new BudgetSpent();
    }
  }
}
