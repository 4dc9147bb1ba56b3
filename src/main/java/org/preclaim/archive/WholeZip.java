package org.preclaim.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A zip read from front to back that has to be whole. {@link ZipInputStream} never looks at the
 * directory at the end: cut between two files, an archive would pass for a smaller one.
 */
public final class WholeZip extends ZipInputStream {

  private final Tail tail;
  private int entries;

  /** Reads {@code in} as a zip. */
  public WholeZip(InputStream in) {
    this(new Tail(in));
  }

  private WholeZip(Tail tail) {
    super(tail);
    this.tail = tail;
  }

  /**
   * The next file; absent after the last one.
   *
   * @throws ZipException where a name is no text; after the last one, where the directory is cut
   *     off or lists other files
   */
  @Override
  public @Nullable ZipEntry getNextEntry() throws IOException {
    ZipEntry next = nextEntry();
    if (next != null) {
      entries++;
      return next;
    }
    tail.readToTheEnd();
    int listed = tail.entriesListed();
    if (listed != (entries & EndRecord.COUNT_MAX) && listed != EndRecord.COUNT_MAX) {
      throw new ZipException("the archive is cut off, or its directory lists other files");
    }
    return null;
  }

  private @Nullable ZipEntry nextEntry() throws IOException {
    try {
      return super.getNextEntry();
    } catch (IllegalArgumentException notUtf8) {
      throw new ZipException("the name of a file is not UTF-8");
    }
  }

  /**
   * The record that ends a zip: a signature, the number of files, the length of a comment that
   * follows (APPNOTE 4.3.16; numbers are little-endian). All counts are of 16 bits; the greatest
   * says that the true one stands elsewhere.
   */
  private static final class EndRecord {
    static final int LENGTH = 22;
    static final int COUNT_AT = 10;
    static final int COMMENT_LENGTH_AT = 20;
    static final int COUNT_MAX = 0xFFFF;
    static final byte[] SIGNATURE = {'P', 'K', 5, 6};

    private EndRecord() {}
  }

  /** Remembers the last bytes that went by: as many as the end record and its comment can take. */
  private static final class Tail extends FilterInputStream {

    private static final int KEPT = EndRecord.LENGTH + EndRecord.COUNT_MAX;

    private final byte[] ring = new byte[KEPT];
    private long seen;

    Tail(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      if (next >= 0) {
        ring[(int) (seen++ % KEPT)] = (byte) next;
      }
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      for (int index = Math.max(0, read - KEPT); index < read; index++) {
        ring[(int) ((seen + index) % KEPT)] = buffer[offset + index];
      }
      seen += Math.max(0, read);
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      return readNBytes((int) Math.min(count, KEPT)).length;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    void readToTheEnd() throws IOException {
      byte[] buffer = new byte[8192];
      while (read(buffer, 0, buffer.length) >= 0) {
        // What is read is remembered.
      }
    }

    /** How many files the end record counts; −1 where no record ends here. */
    int entriesListed() {
      int kept = (int) Math.min(seen, KEPT);
      for (int back = EndRecord.LENGTH; back <= kept; back++) {
        if (isEndRecord(back)) {
          return number(back - EndRecord.COUNT_AT);
        }
      }
      return -1;
    }

    private boolean isEndRecord(int back) {
      for (int index = 0; index < EndRecord.SIGNATURE.length; index++) {
        if (at(back - index) != EndRecord.SIGNATURE[index]) {
          return false;
        }
      }
      return number(back - EndRecord.COMMENT_LENGTH_AT) == back - EndRecord.LENGTH;
    }

    private int number(int back) {
      return (at(back) & 0xFF) | (at(back - 1) & 0xFF) << 8;
    }

    /** The byte that stands {@code back} bytes before the end. */
    private byte at(int back) {
      return ring[(int) ((seen - back) % KEPT)];
    }
  }
}
