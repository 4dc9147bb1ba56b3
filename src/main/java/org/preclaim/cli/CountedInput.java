package org.preclaim.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.preclaim.reference.source.Progress;

/** A file that tells how much of it has been read. */
final class CountedInput extends FilterInputStream {

  private final String name;
  private final long size;
  private final Progress progress;
  private long read;

  CountedInput(InputStream in, String name, long size, Progress progress) {
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
    int count = super.read(buffer, offset, length);
    count(Math.max(count, 0));
    return count;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) {
    read += bytes;
    progress.read(name, read, size);
  }
}
