package org.preclaim.reference.store;

import java.io.IOException;

/** Another import of this process is running. */
public final class StoreBusyException extends IOException {

  private static final long serialVersionUID = 1L;

  StoreBusyException() {
    super("another import is running: wait until it has ended");
  }
}
