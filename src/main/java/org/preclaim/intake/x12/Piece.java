package org.preclaim.intake.x12;

import org.preclaim.problem.Problem;

/** What a reader of segments meets next. */
sealed interface Piece {

  /** A segment taken apart. */
  record Read(Segment segment) implements Piece {}

  /** A segment that could not be taken apart. */
  record Damaged(Problem problem) implements Piece {}

  /**
   * The interchange ends here although its trailer has not come.
   *
   * @param segmentNumber of the last segment that was seen
   * @param byteOffset of that segment
   */
  record Cut(String interchange, long segmentNumber, long byteOffset) implements Piece {}

  /** Nothing after this place can be read. */
  record Broken(Problem problem) implements Piece {}

  /** The input ends. */
  record End() implements Piece {}
}
