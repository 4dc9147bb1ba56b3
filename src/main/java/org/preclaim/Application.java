package org.preclaim;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preclaim.cli.Preclaim;
import org.preclaim.cli.Service;
import org.preclaim.cli.Streams;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Entrance;
import org.preclaim.problem.ProblemsException;
import org.preclaim.problem.Quoted;
import org.preclaim.web.WebServer;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * The entry point of the one jar. Only {@code serve} touches Spring; the rest starts without it.
 */
public final class Application {

  private static final int NOT_UNDERSTOOD = 2;

  private Application() {}

  /** Carries out the command line. */
  public static void main(String[] arguments) {
    Streams streams = Streams.ofProcess();
    String format = System.getenv(LogFormat.VARIABLE);
    Optional<LogFormat> known = LogFormat.of(format);
    if (known.isEmpty()) {
      streams.err().println(noFormat(format));
      streams.err().flush();
      System.exit(NOT_UNDERSTOOD);
    }
    known.ifPresent(LogFormat::use);
    // What logs through the JDK belongs into the one log too, and is silenced there.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    System.exit(Preclaim.run(arguments, streams, Clock.systemUTC(), Application::start));
  }

  private static String noFormat(@Nullable String format) {
    return "preclaim: "
        + Quoted.text(String.valueOf(format))
        + " in "
        + LogFormat.VARIABLE
        + " is no format of a log: expected text or json";
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
