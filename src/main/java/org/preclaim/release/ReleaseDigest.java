package org.preclaim.release;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of files, and what decides with them. */
public final class ReleaseDigest {

  /**
   * Names what turns files into decisions. It changes when the same files would be answered
   * differently, and so makes another release of them.
   */
  public static final String ENGINE = "preclaim-engine 1, drools 10.2.0";

  private ReleaseDigest() {}

  /** The SHA-256 of {@code bytes} as lower-case hex. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
