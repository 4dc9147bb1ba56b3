package org.preclaim.reference.pack;

import java.io.IOException;

/** A packed table that cannot be used; the message says why, as a fragment. */
public final class CorruptTableException extends IOException {

  private static final long serialVersionUID = 1L;

  /** For instance "it ends after 12 of 40 bytes". */
  public CorruptTableException(String message) {
    super(message);
  }
}
