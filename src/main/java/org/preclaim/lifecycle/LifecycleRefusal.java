package org.preclaim.lifecycle;

import java.util.List;
import org.preclaim.problem.Problem;

/** Thrown where a release may not take a step; nothing was recorded then. */
public final class LifecycleRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient List<Problem> problems;

  /** What a caller can do about it. */
  public enum Reason {
    /** Put right what was sent. */
    UNUSABLE,
    /** Name a release that there is. */
    UNKNOWN,
    /** Leave it to somebody who may. */
    FORBIDDEN,
    /** Look at what has become of the releases meanwhile. */
    CONFLICT
  }

  /** A refusal for all of {@code problems}, at least one. */
  public LifecycleRefusal(Reason reason, List<Problem> problems) {
    super(problems.get(0).code());
    this.reason = reason;
    this.problems = List.copyOf(problems);
  }

  LifecycleRefusal(Reason reason, Problem problem) {
    this(reason, List.of(problem));
  }

  static LifecycleRefusal unusable(LifecycleProblemCode code, String subject, String message) {
    return new LifecycleRefusal(Reason.UNUSABLE, code.problem(subject, message));
  }

  static LifecycleRefusal unknown(String id) {
    return new LifecycleRefusal(
        Reason.UNKNOWN, LifecycleProblemCode.UNKNOWN.problem(id, "there is no such release"));
  }

  static LifecycleRefusal forbidden(LifecycleProblemCode code, String subject, String message) {
    return new LifecycleRefusal(Reason.FORBIDDEN, code.problem(subject, message));
  }

  static LifecycleRefusal conflict(LifecycleProblemCode code, String subject, String message) {
    return new LifecycleRefusal(Reason.CONFLICT, code.problem(subject, message));
  }

  /** What a caller can do about it. */
  public Reason reason() {
    return reason;
  }

  /** Everything that is against the step. */
  public List<Problem> problems() {
    return problems;
  }
}
