package org.preclaim.web;

import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Entrance;
import org.preclaim.problem.ProblemsException;
import org.preclaim.web.access.Access;
import org.preclaim.web.access.UnusableSettings;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The running service. */
public final class WebServer implements AutoCloseable {

  private final ServletWebServerApplicationContext context;
  private final CountDownLatch stopped;

  private WebServer(ServletWebServerApplicationContext context, CountDownLatch stopped) {
    this.context = context;
    this.stopped = stopped;
  }

  /**
   * Starts the service for the one user of this machine.
   *
   * @param loopback where it listens; port 0 takes any free one
   * @throws BindException with a message for the user, where it cannot listen there
   */
  public static WebServer start(Desk desk, InetSocketAddress loopback) throws BindException {
    try {
      return start(desk, Entrance.local(loopback));
    } catch (ProblemsException unusable) {
      throw new IllegalArgumentException(unusable);
    }
  }

  /**
   * Starts the service for {@code desk} and returns once it listens.
   *
   * @param entrance where, and how callers prove who they are; its keys are closed with the service
   * @throws BindException with a message for the user, where it cannot listen there
   * @throws ProblemsException where others can reach it and nobody could prove who they are, or
   *     where settings cannot be used
   */
  public static WebServer start(Desk desk, Entrance entrance)
      throws BindException, ProblemsException {
    return start(desk, entrance, Map.of());
  }

  /**
   * The same with settings that win over those of files and of the environment.
   *
   * @param settings properties, as in {@code application.properties}
   */
  public static WebServer start(Desk desk, Entrance entrance, Map<String, String> settings)
      throws BindException, ProblemsException {
    CountDownLatch stopped = new CountDownLatch(1);
    SpringApplication application = new SpringApplication(WebApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.addInitializers(new Furnishing(desk, entrance));
    application.addListeners(
        (ApplicationListener<ContextClosedEvent>) closed -> stopped.countDown());
    try {
      ConfigurableApplicationContext context =
          application.run(arguments(entrance.address(), settings));
      return new WebServer((ServletWebServerApplicationContext) context, stopped);
    } catch (RuntimeException failed) {
      throwIfUnusable(failed);
      throwIfUnbindable(failed, entrance.address());
      throw failed;
    }
  }

  /** As arguments these two win over the environment: the check of the address holds. */
  private static String[] arguments(InetSocketAddress address, Map<String, String> settings) {
    return Stream.concat(
            settings.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue()),
            Stream.of(
                "--server.address=" + address.getAddress().getHostAddress(),
                "--server.port=" + address.getPort()))
        .toArray(String[]::new);
  }

  private static void throwIfUnusable(RuntimeException failed) throws ProblemsException {
    for (Throwable each = failed; each != null; each = each.getCause()) {
      if (each instanceof UnusableSettings settings) {
        throw new ProblemsException(settings.problems());
      }
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

  /** The port on which it listens. */
  public int port() {
    return Objects.requireNonNull(context.getWebServer(), "started").getPort();
  }

  /** What Spring assembled, for tests that walk all calls. */
  ApplicationContext assembled() {
    return context;
  }

  /** Whether it speaks TLS. */
  public boolean isSecure() {
    return Ssl.isEnabled(context.getBean(TomcatServletWebServerFactory.class).getSsl());
  }

  /** The ways in which callers prove who they are, as words. */
  public String callers() {
    return context.getBean(Access.class).words();
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
