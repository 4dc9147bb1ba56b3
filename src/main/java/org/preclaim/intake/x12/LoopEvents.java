package org.preclaim.intake.x12;

import org.preclaim.intake.x12.Loop.Level;
import org.preclaim.problem.Problem;

/** What a {@link LoopTracker} tells about the transaction set it follows, in document order. */
interface LoopEvents {

  /** A loop begins with this segment. */
  void opened(Loop loop, Segment segment);

  /** A segment inside a loop. */
  void held(Loop loop, Segment segment);

  /** A loop ends; all its problems have been told. */
  void closed(Loop loop);

  /** Something that may have changed the facts of every claim of this level. */
  void broken(Level level, Problem problem);

  /** Something that is odd but leaves the facts as they are. */
  void odd(Level level, Problem problem);
}
