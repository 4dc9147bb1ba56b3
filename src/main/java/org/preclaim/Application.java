package org.preclaim;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import org.preclaim.cli.Preclaim;
import org.preclaim.cli.Service;
import org.preclaim.cli.Streams;
import org.preclaim.desk.Desk;
import org.preclaim.web.WebServer;

/**
 * The entry point of the one jar. Only {@code serve} touches Spring; the rest starts without it.
 */
public final class Application {

  private Application() {}

  /** Carries out the command line. */
  public static void main(String[] arguments) {
    System.exit(
        Preclaim.run(arguments, Streams.ofProcess(), Clock.systemUTC(), Application::start));
  }

  private static Service.Running start(Desk desk, InetSocketAddress address) throws IOException {
    WebServer server = WebServer.start(desk, address);
    return new Service.Running() {
      @Override
      public int port() {
        return server.port();
      }

      @Override
      public void awaitStop() throws InterruptedException {
        server.awaitStop();
      }
    };
  }
}
