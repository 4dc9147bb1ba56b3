package org.preclaim.web.refusal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.preclaim.answer.ProblemAnswer;

/** Ends a request with a problem instead of an answer. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ProblemAnswer problem;
  private final @Nullable Duration delay;

  /** Ends it with {@code problem}. */
  public Refusal(ProblemAnswer problem) {
    this(problem, null);
  }

  /** The same, where another try makes sense after {@code delay}. */
  public Refusal(ProblemAnswer problem, @Nullable Duration delay) {
    // No stack trace: this is an answer, not a fault.
    super(problem.kind(), null, false, false);
    this.problem = problem;
    this.delay = delay;
  }

  /** What the answer says. */
  public ProblemAnswer problem() {
    return problem;
  }

  /** After how long another try makes sense; absent where time alone changes nothing. */
  public @Nullable Duration delay() {
    return delay;
  }
}
