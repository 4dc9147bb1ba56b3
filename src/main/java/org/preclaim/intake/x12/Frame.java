package org.preclaim.intake.x12;

import org.preclaim.problem.Problem;

/** What the framer found next in the bytes. */
sealed interface Frame {

  /**
   * A segment whose characters and identifier are sound.
   *
   * @param text without terminator and line breaks
   * @param number from 1, counted over the whole input
   * @param byteOffset of its first byte
   */
  record Whole(String text, long number, long byteOffset) implements Frame {

    /** Its identifier. */
    String tag(char elementSeparator) {
      int end = text.indexOf(elementSeparator);
      return end < 0 ? text : text.substring(0, end);
    }
  }

  /**
   * A segment that was set aside because it cannot be taken apart.
   *
   * @param further how many such segments follow it at once, of which nothing more is kept
   */
  record Damaged(Problem problem, int further) implements Frame {

    Damaged andOneMore() {
      return new Damaged(problem, further + 1);
    }
  }

  /** Nothing more can be read, and this is why. */
  record Broken(Problem problem) implements Frame {}

  /** The input, or the interchange, ends here. */
  record End() implements Frame {}
}
