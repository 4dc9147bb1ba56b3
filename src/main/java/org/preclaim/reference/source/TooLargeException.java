package org.preclaim.reference.source;

import java.io.IOException;

/** There is more of something than the limits allow; the message says of what. */
public final class TooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  /** A reason of the form "it has more than …". */
  public TooLargeException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Of what there is too much, as a fragment. */
  public String reason() {
    return reason;
  }
}
