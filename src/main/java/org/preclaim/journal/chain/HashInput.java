package org.preclaim.journal.chain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * What goes into a hash. Every text has its length in front, so that no two lists of fields are the
 * same bytes, and the first byte says what is hashed, so that a hash of one kind is never one of
 * another (RFC 6962, 2.1, which gives 0 to leaves and 1 to inner nodes).
 */
final class HashInput {

  /** What is hashed. */
  enum Kind {
    ENTRY(0),
    NODE(1),
    COMMITMENT(2),
    SEAL(3),
    REQUEST(4);

    private final byte prefix;

    Kind(int prefix) {
      this.prefix = (byte) prefix;
    }
  }

  private static final int ABSENT = -1;

  private final MessageDigest digest;
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

  private HashInput(MessageDigest digest) {
    this.digest = digest;
  }

  static HashInput of(Kind kind) {
    try {
      HashInput input = new HashInput(MessageDigest.getInstance("SHA-256"));
      input.digest.update(kind.prefix);
      return input;
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  HashInput number(long value) {
    digest.update(number.clear().putLong(value).array());
    return this;
  }

  /** A text; none is something else than an empty one. */
  HashInput text(@Nullable String text) {
    if (text == null) {
      return number(ABSENT);
    }
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  HashInput bytes(byte[] bytes) {
    number(bytes.length);
    digest.update(bytes);
    return this;
  }

  /** A hash; it has the same length always. */
  HashInput hash(Hash hash) {
    digest.update(hash.bytes());
    return this;
  }

  Hash end() {
    return Hash.of(digest.digest());
  }
}
