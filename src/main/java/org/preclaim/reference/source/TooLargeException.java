package org.preclaim.reference.source;

import java.io.IOException;

/** There is more of something than the limits allow; the message says of what. */
public final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  /** A message of the form "it has more than …". */
  public TooLargeException(String message) {
    super(message);
  }
}
