package org.preclaim.cli;

import java.time.Clock;

/** A process of its own that watches a folder until it is killed. */
final class KilledWatch {

  private KilledWatch() {}

  /** Takes the arguments of the command line. */
  public static void main(String[] arguments) {
    Service none =
        (desk, address) -> {
          throw new IllegalStateException("nothing is served here");
        };
    int exit = Preclaim.run(arguments, Streams.ofProcess(), Clock.systemUTC(), none);
    if (exit != ExitCode.CLEAN) {
      throw new IllegalStateException("it ended by itself with " + exit);
    }
  }
}
