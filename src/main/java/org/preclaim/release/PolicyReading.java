package org.preclaim.release;

import java.util.List;
import org.preclaim.problem.Problem;

/**
 * What became of reading the files of a policy folder. A folder with problems must not be released;
 * what could be read is there so that the rest can be told at the same time.
 *
 * @param release what could be read: the release itself where there are no problems
 * @param problems all that were found
 */
public record PolicyReading(PolicyRelease release, List<Problem> problems) {

  /** Copies the list. */
  public PolicyReading {
    problems = List.copyOf(problems);
  }
}
