package org.preclaim.engine.budget;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The time that one evaluation may take, charged wherever a rule reads a fact or a row. Halting a
 * session does not stop a join that explodes, but every combination it tries reads a fact. Belongs
 * to one evaluation at a time and is not shared between threads.
 *
 * <p>The clock only decides whether an evaluation is given up: then it is reported as skipped, and
 * the decision as incomplete. It never decides what is found.
 */
public final class Budget {

  /**
   * What a family may take for one encounter: thousands of times what an honest one does, and room
   * for a machine that lets a thread wait.
   */
  public static final Duration FAMILY = Duration.ofMillis(500);

  /** Reads between two looks at the clock: at some nanoseconds each, far below a millisecond. */
  static final int READS_UNWATCHED = 1024;

  private final long nanos;
  private final LongSupplier clock;
  private long deadline;
  private int unwatched;
  private boolean running;
  private boolean spent;

  /** A budget of {@code time} for each evaluation, measured by the machine's steady clock. */
  public Budget(Duration time) {
    this(time, System::nanoTime);
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
    deadline = clock.getAsLong() + nanos;
    unwatched = READS_UNWATCHED;
    spent = false;
    running = true;
  }

  /** Ends the evaluation: reading facts afterwards costs nothing. */
  public void stop() {
    running = false;
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
    if (running && clock.getAsLong() - deadline > 0) {
      spent = true;
    }
    if (running && spent) {
      // Whoever swallows it meets it again at the next read.
      unwatched = 0;
      throw new BudgetSpent();
    }
  }
}
