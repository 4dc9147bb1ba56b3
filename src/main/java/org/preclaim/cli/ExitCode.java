package org.preclaim.cli;

/** What a command's exit code means; the same for all commands. */
final class ExitCode {

  /** Everything was read, and nothing was found. */
  static final int CLEAN = 0;

  /** Everything was read, and there are findings. */
  static final int FINDINGS = 1;

  /** Something could not be read or used, or the command line itself is wrong. */
  static final int UNREADABLE = 2;

  /** Something is wrong with Preclaim itself. */
  static final int FAULT = 70;

  private ExitCode() {}
}
