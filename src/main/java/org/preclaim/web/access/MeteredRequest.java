package org.preclaim.web.access;

import io.github.bucket4j.Bucket;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.preclaim.web.refusal.HttpProblems;
import org.preclaim.web.refusal.Refusal;

/**
 * A request whose body counts against what its caller may send. It counts while it is read: so a
 * body that does not announce its length counts like any other, and a batch as far as it has come.
 */
final class MeteredRequest extends HttpServletRequestWrapper {

  private final Bucket bytes;

  /**
   * A request of the caller who may send {@code bytes}.
   *
   * @param bytes shared by all requests of the caller
   */
  MeteredRequest(HttpServletRequest request, Bucket bytes) {
    super(request);
    this.bytes = bytes;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Body(super.getInputStream(), bytes);
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
  }

  /** What is left to read: what is skipped is read as well, as every input stream has it. */
  private static final class Body extends ServletInputStream {

    private final ServletInputStream in;
    private final Bucket bytes;

    Body(ServletInputStream in, Bucket bytes) {
      this.in = in;
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      if (value >= 0) {
        charge(1);
      }
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      if (read > 0) {
        charge(read);
      }
      return read;
    }

    /** The last buffer may go beyond what was left; the next one finds nothing then. */
    private void charge(int count) {
      if (bytes.getAvailableTokens() <= 0) {
        throw new Refusal(
            HttpProblems.tooManyBytes(),
            Duration.ofNanos(bytes.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
      }
      bytes.consumeIgnoringRateLimits(count);
    }

    @Override
    public int available() throws IOException {
      return in.available();
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
