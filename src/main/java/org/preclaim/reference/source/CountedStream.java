package org.preclaim.reference.source;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.input.ProxyInputStream;

/** Tells how many bytes have gone through it, read or skipped. */
public final class CountedStream extends ProxyInputStream {

  /** Small enough for a bar that moves, large enough to cost nothing. */
  private static final int STEP_BYTES = 1 << 18;

  private final long step;
  private final Told count;
  private long bytes;
  private long told;

  /** Told how many bytes went through, and may have an objection. */
  @FunctionalInterface
  interface Told {
    void bytes(long through) throws IOException;
  }

  /**
   * Tells {@code count} in the read that makes it {@code step} bytes more than it was told last.
   */
  CountedStream(InputStream in, long step, Told count) {
    super(in);
    this.step = step;
    this.count = count;
  }

  /** Tells {@code progress} of each read from {@code file}, which is {@code size} bytes long. */
  public static InputStream eachRead(InputStream in, String file, long size, Progress progress) {
    return new CountedStream(in, 1, bytes -> progress.read(file, bytes, size));
  }

  /** Tells {@code progress} now and then. */
  static InputStream nowAndThen(InputStream in, String file, long size, Progress progress) {
    return new CountedStream(in, STEP_BYTES, bytes -> progress.read(file, bytes, size));
  }

  @Override
  protected void afterRead(int got) throws IOException {
    count(Math.max(got, 0));
  }

  @Override
  public long skip(long most) throws IOException {
    long skipped = super.skip(most);
    count(skipped);
    return skipped;
  }

  private void count(long more) throws IOException {
    bytes += more;
    if (bytes - told >= step) {
      // An objection is made again with the next read.
      count.bytes(bytes);
      told = bytes;
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
