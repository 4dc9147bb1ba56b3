package org.preclaim.journal.chain;

import org.preclaim.problem.Problem;

/** Thrown where a journal is not as it should be, or cannot be used. */
public final class JournalFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  /** A fault that this problem describes; its message never quotes an entry. */
  public JournalFault(Problem problem) {
    super(problem.code() + " " + problem.message());
    this.problem = problem;
  }

  /** A fault with the failure behind it. */
  public JournalFault(Problem problem, Throwable cause) {
    this(problem);
    initCause(cause);
  }

  /** What is wrong. */
  public Problem problem() {
    return problem;
  }
}
