package org.preclaim.intake.x12;

import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Problem;

/** Reads the inside of one transaction set; there is one kind for each implementation guide. */
interface TransactionReader {

  /** The next segment after ST. */
  void read(Segment segment);

  /**
   * A segment that could not be taken apart stood here.
   *
   * @param further how many such segments followed it, of which nothing more is known
   */
  void damaged(Problem problem, int further);

  /** The transaction set ends; {@code cutOff} says so where it ended before its trailer. */
  void end(@Nullable Problem cutOff);
}
