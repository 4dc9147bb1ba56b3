package org.preclaim.engine.artefact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a compiled module by everything it depends on: equal keys mean that compiling again would
 * give the same rules.
 *
 * @param family shown to people only
 * @param sha256 64 lower-case hex digits
 */
public record ArtefactKey(String family, String sha256) {

  /** Throws {@link IllegalArgumentException} where the digest is none. */
  public ArtefactKey {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("`" + sha256 + "` is no SHA-256 in lower-case hex");
    }
  }

  /**
   * A digest that grows part by part; each part's length goes in, so that no two runs look alike.
   */
  public static final class Builder {

    private final MessageDigest digest = newDigest();

    /** Adds a text. */
    public Builder add(String part) {
      return add(part.getBytes(UTF_8));
    }

    /** Adds bytes. */
    public Builder add(byte[] part) {
      digest.update((part.length + "\n").getBytes(UTF_8));
      digest.update(part);
      return this;
    }

    /** The key of everything added, for a module of {@code family}. */
    public ArtefactKey key(String family) {
      return new ArtefactKey(family, HexFormat.of().formatHex(digest.digest()));
    }
  }

  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
