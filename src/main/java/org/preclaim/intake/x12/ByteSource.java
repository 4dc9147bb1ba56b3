package org.preclaim.intake.x12;

import java.io.IOException;
import java.io.InputStream;

/** The input's bytes, with a place, a small look-ahead and an end where the limit is reached. */
final class ByteSource {

  private static final int BUFFER_BYTES = 16_384;

  private final InputStream in;
  private final long bytesMax;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int from;
  private int to;
  private long offset;

  ByteSource(InputStream in, long bytesMax) {
    this.in = in;
    this.bytesMax = bytesMax;
  }

  /** Where the next byte stands, from 0. */
  long offset() {
    return offset;
  }

  /** Whether the limit, not the input, made an end. */
  boolean limitReached() {
    return offset >= bytesMax;
  }

  /** The next byte as an ISO-8859-1 character, or -1 at the end. */
  int read() throws IOException {
    int next = peek(0);
    if (next >= 0) {
      from++;
      offset++;
    }
    return next;
  }

  /** The byte that stands {@code ahead} after the next one, or -1; only a few bytes ahead. */
  int peek(int ahead) throws IOException {
    if (offset + ahead >= bytesMax) {
      return -1;
    }
    while (to - from <= ahead) {
      if (!fill()) {
        return -1;
      }
    }
    return buffer[from + ahead] & 0xff;
  }

  /** Whether {@code text} stands next. */
  boolean startsWith(String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      if (peek(i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    int read = in.read(buffer, to, buffer.length - to);
    to += Math.max(read, 0);
    return read >= 0;
  }

  void close() throws IOException {
    in.close();
  }
}
