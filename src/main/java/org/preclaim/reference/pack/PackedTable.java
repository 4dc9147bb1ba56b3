package org.preclaim.reference.pack;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.Vintage;

/**
 * One release of one dataset as packed bytes, in memory or mapped from its file. Immutable, safe
 * for use by many threads.
 */
public final class PackedTable {

  private final ByteBuffer bytes;
  private final TableHead head;
  private final String digest;

  private PackedTable(ByteBuffer bytes, String digest) throws CorruptTableException {
    this.bytes = bytes.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    this.head = TableHead.read(this.bytes);
    this.digest = digest;
    for (TableHead.Extent extent : head.sections().values()) {
      if (extent.offset() < 0
          || extent.bytes() < 0
          || extent.offset() > bytes.limit() - extent.bytes()) {
        throw new CorruptTableException("a section lies beyond its end");
      }
    }
  }

  /** The table whose bytes these are. */
  static PackedTable of(ByteBuffer bytes) {
    try {
      return new PackedTable(bytes, sha256(bytes));
    } catch (CorruptTableException ownMistake) {
      throw new IllegalStateException(ownMistake);
    }
  }

  /**
   * The table in {@code file}, mapped: nothing but its head is read.
   *
   * @param digest what its SHA-256 was when it was written; {@link #isIntact()} compares
   * @throws CorruptTableException where it is damaged or of another version
   */
  public static PackedTable map(Path file, String digest) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new CorruptTableException("it has " + channel.size() + " bytes");
      }
      return new PackedTable(channel.map(MapMode.READ_ONLY, 0, channel.size()), digest);
    }
  }

  /** Which release it is. */
  public Vintage vintage() {
    return new Vintage(
        head.dataset(),
        head.span().effective(),
        head.span().until(),
        head.rows(),
        bytes.limit(),
        digest);
  }

  /** Which table it is. */
  public Dataset dataset() {
    return head.dataset();
  }

  /** The days it answers for. */
  public TableSpan span() {
    return head.span();
  }

  /**
   * A section's bytes, little-endian, from position 0.
   *
   * @throws CorruptTableException where the table has none of that name
   */
  public ByteBuffer section(String name) throws CorruptTableException {
    TableHead.Extent extent = head.sections().get(name);
    if (extent == null) {
      throw new CorruptTableException("it has no section `" + name + "`");
    }
    return bytes.slice(extent.offset(), extent.bytes()).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** All of it, as it is written to a file. */
  public ByteBuffer bytes() {
    return bytes.duplicate();
  }

  /** Whether its bytes still have the digest under which it was stored; reads all of them. */
  public boolean isIntact() {
    return sha256(bytes).equals(digest);
  }

  private static String sha256(ByteBuffer bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes.duplicate());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
