package org.preclaim.intake.x12;

/**
 * How much of everything is read before it counts as an attack or an accident. What is over a limit
 * is a problem of the claim or of the file, never a failure.
 *
 * @param fileBytesMax of the whole input
 * @param segmentCharsMax from a segment's first character to its terminator
 * @param elementCharsMax of one element with its components
 * @param claimSegmentsMax in one claim
 * @param claimLinesMax in one claim; the guides say 50 and 999
 * @param problemsMax that are kept for one claim, for one level above it, for damaged segments in a
 *     row, and of a file that is answered as a whole; further ones are counted
 */
public record X12Limits(
    long fileBytesMax,
    int segmentCharsMax,
    int elementCharsMax,
    int claimSegmentsMax,
    int claimLinesMax,
    int problemsMax) {

  /** Limits that no honest claim file comes near. */
  public static final X12Limits DEFAULT = new X12Limits(1L << 30, 16_384, 4_096, 10_000, 999, 100);

  /** Throws {@link IllegalArgumentException} where a limit is not positive. */
  public X12Limits {
    if (fileBytesMax < 1
        || segmentCharsMax < 1
        || elementCharsMax < 1
        || claimSegmentsMax < 1
        || claimLinesMax < 1
        || problemsMax < 1) {
      throw new IllegalArgumentException("every limit must be positive");
    }
  }
}
