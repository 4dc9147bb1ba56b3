package org.preclaim;

import java.io.IOException;
import java.time.Clock;
import org.preclaim.cli.Preclaim;
import org.preclaim.cli.Service;
import org.preclaim.cli.Streams;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Entrance;
import org.preclaim.problem.ProblemsException;
import org.preclaim.web.WebServer;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The entry point of the one jar. Only {@code serve} touches Spring; the rest starts without it.
 */
public final class Application {

  private Application() {}

  /** Carries out the command line. */
  public static void main(String[] arguments) {
    // What logs through the JDK belongs into the one log too, and is silenced there.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(
        Preclaim.run(arguments, Streams.ofProcess(), Clock.systemUTC(), Application::start));
  }

  private static Service.Running start(Desk desk, Entrance entrance)
      throws IOException, ProblemsException {
    WebServer server = WebServer.start(desk, entrance);
    return new Service.Running() {
      @Override
      public int port() {
        return server.port();
      }

      @Override
      public boolean isSecure() {
        return server.isSecure();
      }

      @Override
      public String callers() {
        return server.callers();
      }

      @Override
      public void awaitStop() throws InterruptedException {
        server.awaitStop();
      }
    };
  }
}
