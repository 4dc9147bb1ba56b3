package org.preclaim.journal.chain;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A SHA-256 hash.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Hash(String hex) {

  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /** What stands where there is no hash yet: before the first entry, and for an empty batch. */
  public static final Hash NONE = new Hash("0".repeat(64));

  /** Throws {@link IllegalArgumentException} where it is none. */
  public Hash {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("expected 64 hexadecimal digits");
    }
  }

  /** The hash of 32 bytes. */
  public static Hash of(byte[] bytes) {
    return new Hash(HexFormat.of().formatHex(bytes));
  }

  /** Its 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
