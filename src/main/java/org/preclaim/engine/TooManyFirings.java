package org.preclaim.engine;

/** A family states more of one encounter than any honest one does. */
final class TooManyFirings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooManyFirings() {
    super("too many firings", null, false, false);
  }
}
