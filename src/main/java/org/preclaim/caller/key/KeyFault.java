package org.preclaim.caller.key;

/** What somebody asked for about keys cannot be done; the message is for them. */
public final class KeyFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final CallerProblem problem;

  KeyFault(CallerProblem problem, String message) {
    super(problem.code() + " " + message);
    this.problem = problem;
  }

  /** What is wrong. */
  public CallerProblem problem() {
    return problem;
  }
}
