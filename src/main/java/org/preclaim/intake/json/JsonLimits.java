package org.preclaim.intake.json;

/**
 * How much one encounter may hold; what is beyond is refused with a problem that names the limit.
 *
 * @param bytes of the whole document
 * @param depth of objects and lists in one another
 * @param values objects, lists and single values in the document
 * @param textLength characters of one text
 * @param lines service lines
 * @param listEntries entries of any other list
 * @param problems reported for one document; the last one says that there are more
 */
public record JsonLimits(
    int bytes, int depth, int values, int textLength, int lines, int listEntries, int problems) {

  /**
   * What a professional or institutional claim can need, with room to spare: 1 MiB, 16 levels, 100
   * 000 values, texts of 4 000 characters, 999 lines as X12 allows, lists of 1 000 entries, 500
   * problems.
   */
  public static final JsonLimits DEFAULT =
      new JsonLimits(1 << 20, 16, 100_000, 4_000, 999, 1_000, 500);

  private static final int BYTES_MOST = 1 << 28;

  /** Throws {@link IllegalArgumentException} where a limit is not positive or beyond reason. */
  public JsonLimits {
    if (bytes > BYTES_MOST) {
      throw new IllegalArgumentException("`bytes` must be at most " + BYTES_MOST);
    }
    if (Math.min(bytes, Math.min(depth, values)) < 1
        || Math.min(textLength, Math.min(lines, Math.min(listEntries, problems))) < 1) {
      throw new IllegalArgumentException("every limit must be at least 1");
    }
  }
}
