package org.preclaim.intake.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as bytes. Of an over-long line nothing beyond the limit is kept. */
final class LineBytes {

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int filled;

  /**
   * A line without its line break.
   *
   * @param bytes the line, or its start where it is too long
   * @param tooLong whether it has more bytes than the limit
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and read at once
  record Line(byte[] bytes, boolean tooLong) {}

  LineBytes(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** The next line; {@code null} at the end. A last line may lack its line break. */
  @Nullable Line next() throws IOException {
    if (!fill()) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    do {
      int end = endOfLine();
      int kept = Math.min(end - position, limit + 1 - line.size());
      line.write(buffer, position, kept);
      tooLong |= line.size() > limit;
      position = end;
      if (end < filled) {
        position++;
        break;
      }
    } while (fill());
    return new Line(line.toByteArray(), tooLong);
  }

  private int endOfLine() {
    int end = position;
    while (end < filled && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  private boolean fill() throws IOException {
    if (position < filled) {
      return true;
    }
    position = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }
}
