package org.preclaim.intake.hook;

import java.util.List;
import org.preclaim.problem.Problem;

/** What became of the body of a call. */
public sealed interface HookReading {

  /**
   * It can be read.
   *
   * @param call what it asks about
   */
  record Read(HookCall call) implements HookReading {}

  /**
   * It cannot.
   *
   * @param problems all that were found
   */
  record Refused(List<Problem> problems) implements HookReading {

    /** Copies the list. */
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
