package org.preclaim.exercise;

import org.jspecify.annotations.Nullable;
import org.preclaim.decision.ReleaseRef;

/**
 * How far scenarios exercise a release.
 *
 * @param release what they exercise
 * @param coverage what they reach
 * @param mutations which changes they notice; absent where nobody asked
 */
public record ExerciseReport(
    ReleaseRef release, Coverage coverage, @Nullable MutationScore mutations) {

  /**
   * The lowest of the figures that were asked for, in whole percent: rows, edges, and changes
   * noticed.
   */
  public int percent() {
    int reached = Math.min(coverage.rows().percent(), coverage.edges().percent());
    return mutations == null ? reached : Math.min(reached, mutations.noticed().percent());
  }
}
