package org.preclaim.cli;

/** Something that the user can put right; the message says it all. */
final class UserError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UserError(String message) {
    super(message);
  }
}
