package org.preclaim.reference.source;

import java.io.InputStream;

/**
 * How much an import reads: far above the largest official file, far below what would hurt.
 *
 * @param unpackedBytes the most that one file may hold after unpacking
 * @param unpackedPerPackedByte how far a file may unpack, once it is past {@link #CHECKED_FROM}
 * @param entries the most files in an archive
 * @param cellCharacters the most characters of one field
 * @param problems how many problems are told one by one
 */
public record SourceLimits(
    long unpackedBytes, int unpackedPerPackedByte, int entries, int cellCharacters, int problems) {

  /** Small files of much white space pack very well and are harmless. */
  static final long CHECKED_FROM = 16L << 20;

  /** What holds where nobody says otherwise. */
  public static final SourceLimits DEFAULT = new SourceLimits(1L << 30, 200, 500, 1 << 20, 50);

  /** {@code in}, as many bytes of it as may be; one more is a {@link TooLargeException}. */
  InputStream unpacked(InputStream in, long packedBytes) {
    long byRatio = Math.max(CHECKED_FROM, packedBytes * unpackedPerPackedByte);
    long most = Math.min(unpackedBytes, byRatio);
    return new CountedStream(
        in,
        1,
        bytes -> {
          if (bytes > most) {
            throw new TooLargeException("it unpacks to more than " + most + " bytes");
          }
        });
  }
}
