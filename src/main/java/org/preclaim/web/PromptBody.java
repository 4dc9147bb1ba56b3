package org.preclaim.web;

import java.io.FilterInputStream;
import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;

/**
 * The body of a batch. Before it waits for more of the request, everything that was answered so far
 * is on its way: a sender that pauses gets its answers, and one that does not costs no flush for
 * each line.
 */
final class PromptBody extends FilterInputStream {

  private final Flushable answers;

  PromptBody(InputStream in, Flushable answers) {
    super(in);
    this.answers = answers;
  }

  @Override
  public int read() throws IOException {
    flushBeforeWaiting();
    return super.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    flushBeforeWaiting();
    return super.read(buffer, offset, length);
  }

  private void flushBeforeWaiting() throws IOException {
    if (in.available() == 0) {
      answers.flush();
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
