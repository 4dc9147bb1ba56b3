package org.preclaim.intake.fhir;

/**
 * How much one FHIR document may hold; what is beyond is refused with a problem that names the
 * limit.
 *
 * @param bytes of the whole document
 * @param depth of objects and lists in one another
 * @param tokens of the whole document: names, values, and the ends of objects and lists
 * @param textLength characters of one text
 * @param entries of a Bundle, and parameters of a Parameters
 * @param contained resources in one resource
 * @param lines services of the claim, and of the earlier claims together
 * @param problems reported for one document; the last one says that there are more
 */
public record FhirLimits(
    int bytes,
    int depth,
    long tokens,
    int textLength,
    int entries,
    int contained,
    int lines,
    int problems) {

  /**
   * What a claim with everything about it can need, with room to spare: 1 MiB, 40 levels, 200 000
   * tokens, texts of 200 000 characters (a narrative is one), 500 entries, 200 contained resources,
   * 999 lines, 500 problems.
   */
  public static final FhirLimits DEFAULT =
      new FhirLimits(1 << 20, 40, 200_000, 200_000, 500, 200, 999, 500);

  private static final int BYTES_MOST = 1 << 28;

  /** Throws {@link IllegalArgumentException} where a limit is not positive or beyond reason. */
  public FhirLimits {
    if (bytes > BYTES_MOST) {
      throw new IllegalArgumentException("`bytes` must be at most " + BYTES_MOST);
    }
    if (Math.min(Math.min(bytes, depth), Math.min(tokens, textLength)) < 1
        || Math.min(Math.min(entries, contained), Math.min(lines, problems)) < 1) {
      throw new IllegalArgumentException("every limit must be at least 1");
    }
  }
}
