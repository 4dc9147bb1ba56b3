package org.preclaim.reference.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how far it has been read. */
final class CountedStream extends FilterInputStream {

  /** Small enough for a bar that moves, large enough to cost nothing. */
  private static final int STEP_BYTES = 1 << 18;

  private final String name;
  private final long size;
  private final Progress progress;
  private long read;
  private long told;

  CountedStream(InputStream in, String name, long size, Progress progress) {
    super(in);
    this.name = name;
    this.size = size;
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int got = super.read(buffer, offset, length);
    count(Math.max(got, 0));
    return got;
  }

  private void count(int bytes) {
    read += bytes;
    if (read - told >= STEP_BYTES) {
      told = read;
      progress.read(name, read, size);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
