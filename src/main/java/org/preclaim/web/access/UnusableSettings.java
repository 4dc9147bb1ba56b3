package org.preclaim.web.access;

import java.util.List;
import org.preclaim.problem.Problem;

/** Ends a start whose settings cannot be used. */
public final class UnusableSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  UnusableSettings(List<Problem> problems) {
    super("unusable settings");
    this.problems = List.copyOf(problems);
  }

  /** All that is wrong. */
  public List<Problem> problems() {
    return problems;
  }
}
