package org.preclaim.reference.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Unpacked bytes, as many as the limits allow; one more is a {@link TooLargeException}. */
final class LimitedStream extends FilterInputStream {

  private final long most;
  private long read;

  /**
   * A stream of at most what {@code limits} allow.
   *
   * @param packedBytes what the bytes come out of
   */
  LimitedStream(InputStream in, long packedBytes, SourceLimits limits) {
    super(in);
    long byRatio =
        Math.max(SourceLimits.CHECKED_FROM, packedBytes * limits.unpackedPerPackedByte());
    this.most = Math.min(limits.unpackedBytes(), byRatio);
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

  private void count(int bytes) throws TooLargeException {
    read += bytes;
    if (read > most) {
      throw new TooLargeException("it unpacks to more than " + most + " bytes");
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
