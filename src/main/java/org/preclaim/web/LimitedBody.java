package org.preclaim.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.input.ProxyInputStream;
import org.jspecify.annotations.Nullable;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.Refusal;

/**
 * The body of a request up to a limit, at a pace. A body that announces its length is refused
 * before a byte of it is read; a chunked one is counted while it is read.
 */
final class LimitedBody extends ProxyInputStream {

  private final long bytesMax;
  private final @Nullable String instead;
  private final BodyPace pace;
  private long bytesRead;

  private LimitedBody(InputStream in, long bytesMax, @Nullable String instead, BodyPace pace) {
    super(in);
    this.bytesMax = bytesMax;
    this.instead = instead;
    this.pace = pace;
  }

  /** The body of {@code request}; throws where it is announced to be longer. */
  static LimitedBody of(HttpServletRequest request, long bytesMax) throws IOException {
    return of(request, bytesMax, null);
  }

  /**
   * The same, for a call besides which there is another for more.
   *
   * @param instead the other call, in words; absent where there is none
   */
  static LimitedBody of(HttpServletRequest request, long bytesMax, @Nullable String instead)
      throws IOException {
    if (request.getContentLengthLong() > bytesMax) {
      throw new Refusal(HttpProblems.tooLarge(bytesMax, instead));
    }
    return new LimitedBody(request.getInputStream(), bytesMax, instead, BodyPace.of(request));
  }

  @Override
  protected void afterRead(int read) {
    count(Math.max(read, 0));
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
    bytesRead += bytes;
    if (bytesRead > bytesMax) {
      throw new Refusal(HttpProblems.tooLarge(bytesMax, instead));
    }
    if (bytes > 0 && !pace.isKept(bytesRead)) {
      throw new Refusal(HttpProblems.tooSlow());
    }
  }
}
