package org.preclaim.answer;

import java.util.List;
import org.preclaim.intake.Admission;
import org.preclaim.problem.Problem;

/**
 * An answer that says why there is no decision, in the terms of RFC 9457.
 *
 * @param kind lower-case words joined by hyphens; ends the type URI {@code urn:preclaim:problem:}
 * @param title the kind in plain words, the same for every problem of the kind
 * @param status the HTTP status
 * @param detail what went wrong this time
 * @param problems each thing that is wrong, possibly none
 */
public record ProblemAnswer(
    String kind, String title, int status, String detail, List<Problem> problems) {

  /** Copies the list. */
  public ProblemAnswer {
    problems = List.copyOf(problems);
  }

  /** An answer with nothing to say but its detail. */
  public static ProblemAnswer of(String kind, String title, int status, String detail) {
    return new ProblemAnswer(kind, title, status, detail, List.of());
  }

  /** The answer to input that could not be read as an encounter. */
  public static ProblemAnswer refused(Admission.Refused refused, int status) {
    return new ProblemAnswer(
        "unreadable-encounter",
        "the encounter cannot be read",
        status,
        refused.told().found(),
        refused.problems());
  }
}
