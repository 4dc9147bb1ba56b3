package org.preclaim.web;

import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.io.input.ProxyInputStream;

/**
 * The body of a batch. Before it waits for more of the request, everything that was answered so far
 * is on its way: a sender that pauses gets its answers, and one that does not costs no flush for
 * each line.
 */
final class PromptBody extends ProxyInputStream {

  private final Flushable answers;

  PromptBody(InputStream in, Flushable answers) {
    super(in);
    this.answers = answers;
  }

  @Override
  protected void beforeRead(int most) throws IOException {
    if (in.available() == 0) {
      answers.flush();
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
