package org.preclaim.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.preclaim.caller.key.KeyRing;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Entrance;
import org.preclaim.desk.PatientKey;
import org.preclaim.problem.ProblemsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: the service, until it is told to stop. */
@Command(
    name = "serve",
    description = "Starts the service; this is what happens without a command.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
  private static final double NANOS_PER_SECOND = 1e9;

  @Mixin ServeOptions where = new ServeOptions();
  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin ReleaseOptions releases = new ReleaseOptions();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  ServeCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws ProblemsException, IOException, InterruptedException {
    return serve(context, where, journal, releases, common);
  }

  static int serve(
      Context context,
      ServeOptions where,
      JournalOptions journal,
      ReleaseOptions releases,
      CommonOptions common)
      throws ProblemsException, IOException, InterruptedException {
    long start = System.nanoTime();
    KeyRing keys = new KeyRing(journal.address(common.data), context.clock());
    Entrance entrance = new Entrance(where.socketAddress(), where.proof, keys);
    // Whoever serves closes it, once the requests under way are answered.
    Desk desk = common.openDesk(context.clock(), journal, releases.rule);
    Service.Running running = start(context, common, desk, entrance);
    LOG.info(announcement(desk, entrance.address(), running, System.nanoTime() - start));
    if (!entrance.isLoopback() && !running.isSecure()) {
      LOG.warn("keys and tokens are sent in the clear: set up TLS here or in front");
    }
    running.awaitStop();
    return ExitCode.CLEAN;
  }

  private static Service.Running start(
      Context context, CommonOptions common, Desk desk, Entrance entrance)
      throws IOException, ProblemsException {
    try {
      // Made or refused now rather than when the first claim comes in.
      PatientKey.in(common.data);
      return context.service().start(desk, entrance);
    } catch (IOException | ProblemsException | RuntimeException failed) {
      entrance.keys().close();
      desk.close();
      throw failed;
    }
  }

  /** The one line with which the log begins. */
  static String announcement(
      Desk desk, InetSocketAddress address, Service.Running running, long startedInNanos) {
    String host = address.getAddress().getHostAddress();
    return String.format(
        Locale.ROOT,
        "listening url=%s://%s:%d callers=%s release=%s families=%d policies=%d seconds=%.1f",
        running.isSecure() ? "https" : "http",
        host.contains(":") ? "[" + host + "]" : host,
        running.port(),
        running.callers(),
        desk.release().id(),
        desk.policies().families(),
        desk.policies().policies(),
        startedInNanos / NANOS_PER_SECOND);
  }
}
