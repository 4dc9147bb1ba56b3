package org.preclaim.web;

import org.preclaim.answer.ProblemAnswer;

/** Ends a request with a problem instead of an answer. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ProblemAnswer problem;

  Refusal(ProblemAnswer problem) {
    // No stack trace: this is an answer, not a fault.
    super(problem.kind(), null, false, false);
    this.problem = problem;
  }

  ProblemAnswer problem() {
    return problem;
  }
}
