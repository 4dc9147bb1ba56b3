package org.preclaim.cli;

import java.io.IOException;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Entrance;
import org.preclaim.problem.ProblemsException;

/** What {@code serve} starts. The command line knows no more of it than this. */
@FunctionalInterface
public interface Service {

  /**
   * Starts it for {@code desk}; it answers from when this returns.
   *
   * @throws IOException with a message for the user, where it cannot listen there
   * @throws ProblemsException where it must not listen there, or its settings cannot be used
   */
  Running start(Desk desk, Entrance entrance) throws IOException, ProblemsException;

  /** A started service. */
  interface Running {

    /** The port on which it listens. */
    int port();

    /** Whether it speaks TLS. */
    default boolean isSecure() {
      return false;
    }

    /** How callers prove who they are, as words. */
    default String callers() {
      return "local";
    }

    /** Returns once it was told to stop. */
    void awaitStop() throws InterruptedException;
  }
}
