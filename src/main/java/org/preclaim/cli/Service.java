package org.preclaim.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.preclaim.desk.Desk;

/** What {@code serve} starts. The command line knows no more of it than this. */
@FunctionalInterface
public interface Service {

  /**
   * Starts it for {@code desk}; it answers from when this returns.
   *
   * @throws IOException with a message for the user, where it cannot listen there
   */
  Running start(Desk desk, InetSocketAddress address) throws IOException;

  /** A started service. */
  interface Running {

    /** The port on which it listens. */
    int port();

    /** Returns once it was told to stop. */
    void awaitStop() throws InterruptedException;
  }
}
