package org.preclaim.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown once for all problems of an input that cannot be used at all. */
public final class ProblemsException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** All of them, in document order; at least one. */
  public ProblemsException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in document order. */
  public List<Problem> problems() {
    return problems;
  }
}
