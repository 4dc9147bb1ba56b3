package org.preclaim.intake.x12;

import org.preclaim.problem.Problem;

/** What a reader of segments meets next. */
sealed interface Piece {

  /** A segment taken apart. */
  record Read(Segment segment) implements Piece {}

  /**
   * A segment that could not be taken apart.
   *
   * @param further how many such segments follow it at once, of which nothing more is known
   */
  record Damaged(Problem problem, int further) implements Piece {}

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
