package org.preclaim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.preclaim.problem.ProblemsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line of Preclaim. Without a command it serves. */
@Command(
    name = "preclaim",
    description = "Checks a medical encounter before it becomes a claim.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Preclaim implements Callable<Integer> {

  private static final int HELP_COLUMNS = 100;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Show the trace of an internal fault.")
  boolean verbose;

  @Mixin ServeOptions where = new ServeOptions();
  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin ReleaseOptions releases = new ReleaseOptions();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  private Preclaim(Context context) {
    this.context = context;
  }

  /** Carries out {@code arguments} and returns the exit code. */
  public static int run(String[] arguments, Streams streams, Clock clock, Service service) {
    Context context = new Context(streams, clock, service);
    Preclaim preclaim = new Preclaim(context);
    CommandLine line = preclaim.commandLine();
    line.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(streams.err(), true, StandardCharsets.UTF_8));
    line.setExecutionStrategy(new OwnOptions());
    Faults faults = new Faults(context);
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> faults.exitCode(exception, preclaim.verbose, command));
    int exit = line.execute(arguments);
    streams.out().flush();
    streams.err().flush();
    return exit;
  }

  private CommandLine commandLine() {
    CommandLine policies =
        new CommandLine(new PoliciesCommand())
            .addSubcommand(new VerifyCommand(context))
            .addSubcommand(new CoverageCommand(context))
            .addSubcommand(new DiffCommand(context))
            .addSubcommand(new EffectCommand(context))
            .addSubcommand(new TextconvCommand(context))
            .addSubcommand(new ReleasesCommand(context))
            .addSubcommand(new FetchCommand(context))
            .addSubcommand(new PublishCommand(context))
            .addSubcommand(new ApproveCommand(context))
            .addSubcommand(new ActivateCommand(context))
            .addSubcommand(new RollBackCommand(context));
    CommandLine reference =
        new CommandLine(new ReferenceCommand())
            .addSubcommand(new ImportCommand(context))
            .addSubcommand(new ReferenceListCommand(context));
    CommandLine journal =
        new CommandLine(new JournalCommand())
            .addSubcommand(new JournalFindCommand(context))
            .addSubcommand(new JournalShowCommand(context))
            .addSubcommand(new JournalVerifyCommand(context))
            .addSubcommand(new JournalRootCommand(context))
            .addSubcommand(new JournalExportCommand())
            .addSubcommand(new JournalEraseCommand(context))
            .addSubcommand(new JournalRetainCommand(context));
    CommandLine callers =
        new CommandLine(new CallersCommand())
            .addSubcommand(new CallersAddCommand(context))
            .addSubcommand(new CallersListCommand(context))
            .addSubcommand(new CallersRotateCommand(context))
            .addSubcommand(new CallersRevokeCommand(context));
    CommandLine line =
        new CommandLine(this)
            .addSubcommand(new ServeCommand(context))
            .addSubcommand(new CheckCommand(context))
            .addSubcommand(new WatchCommand(context))
            .addSubcommand(new BenchCommand(context))
            .addSubcommand(callers)
            .addSubcommand(journal)
            .addSubcommand(new ReplayCommand(context))
            .addSubcommand(policies)
            .addSubcommand(reference);
    line.setUsageHelpWidth(HELP_COLUMNS);
    return line;
  }

  @Override
  public Integer call() throws ProblemsException, IOException, InterruptedException {
    return ServeCommand.serve(context, where, journal, releases, common);
  }
}
