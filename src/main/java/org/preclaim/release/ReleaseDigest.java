package org.preclaim.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Digests of files and of whole releases: the same on every machine. */
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

  /**
   * The release id of these files: {@code sha256:} and a digest over the engine and all of them.
   */
  public static String releaseId(List<LockedFile> files) {
    StringBuilder lock = new StringBuilder(ENGINE).append('\n');
    files.stream()
        .sorted(Comparator.comparing(LockedFile::path))
        .forEach(file -> lock.append(file.sha256()).append("  ").append(file.path()).append('\n'));
    return "sha256:" + of(lock.toString().getBytes(UTF_8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
