package org.preclaim.web;

import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.preclaim.desk.Desk;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** The running service. */
public final class WebServer implements AutoCloseable {

  private final ServletWebServerApplicationContext context;
  private final CountDownLatch stopped;

  private WebServer(ServletWebServerApplicationContext context, CountDownLatch stopped) {
    this.context = context;
    this.stopped = stopped;
  }

  /**
   * Starts the service for {@code desk} and returns once it listens.
   *
   * @param address where to listen; port 0 takes any free one
   * @throws BindException with a message for the user, where it cannot listen there
   */
  public static WebServer start(Desk desk, InetSocketAddress address) throws BindException {
    CountDownLatch stopped = new CountDownLatch(1);
    SpringApplication application = new SpringApplication(WebApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.addInitializers(context -> offer(desk, context));
    application.addListeners(
        (ApplicationListener<ContextClosedEvent>) closed -> stopped.countDown());
    try {
      // As arguments these two win over the environment: the door's own check of the address holds.
      ConfigurableApplicationContext context =
          application.run(
              "--server.address=" + address.getAddress().getHostAddress(),
              "--server.port=" + address.getPort());
      return new WebServer((ServletWebServerApplicationContext) context, stopped);
    } catch (RuntimeException failed) {
      throwIfUnbindable(failed, address);
      throw failed;
    }
  }

  /** Spring and Tomcat wrap why they cannot listen, each in exceptions of their own. */
  private static void throwIfUnbindable(RuntimeException failed, InetSocketAddress address)
      throws BindException {
    for (Throwable each = failed; each != null; each = each.getCause()) {
      if (each instanceof BindException) {
        BindException readable =
            new BindException(
                "cannot listen on `"
                    + address.getAddress().getHostAddress()
                    + "` port `"
                    + address.getPort()
                    + "`, which is in use or not of this machine: choose another with --port or"
                    + " --address");
        readable.initCause(failed);
        throw readable;
      }
    }
  }

  private static void offer(Desk desk, ConfigurableApplicationContext context) {
    ((GenericApplicationContext) context).registerBean(Desk.class, () -> desk);
  }

  /** The port on which it listens. */
  public int port() {
    return Objects.requireNonNull(context.getWebServer(), "started").getPort();
  }

  /** Returns once the service was told to stop. */
  public void awaitStop() throws InterruptedException {
    stopped.await();
  }

  /** Stops the service; requests under way are answered first. */
  @Override
  public void close() {
    context.close();
  }
}
