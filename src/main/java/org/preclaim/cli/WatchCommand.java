package org.preclaim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.preclaim.desk.Desk;
import org.preclaim.problem.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code watch}: decides every file that is dropped into a folder, once. */
@Command(
    name = "watch",
    description = "Decides every file that is dropped into a folder, each once.",
    footer = {
      "",
      "Names that begin with a dot or end in .part, .tmp or .filepart are left alone, and so is a",
      "file that still grows. It may be stopped at any time. Exit code: 0 with --once, 2 where",
      "something cannot be used or a file could not be answered."
    },
    mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {

  private static final int SETTLE_SECONDS_MAX = 3_600;

  @Parameters(paramLabel = "DIR", description = "The folder that files are dropped into.")
  Path folder = Path.of(".");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for answers (default: out in the folder).")
  @Nullable Path out;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      defaultValue = "2",
      description = "How long a file must not have changed before it is read (default: 2).")
  int settleSeconds = 2;

  @Option(names = "--once", description = "End once everything that is there is decided.")
  boolean once;

  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  WatchCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, ProblemsException, InterruptedException {
    if (settleSeconds < 0 || settleSeconds > SETTLE_SECONDS_MAX) {
      throw new UserError("--settle: expected 0 to " + SETTLE_SECONDS_MAX + " seconds");
    }
    CommonOptions.requireFolder(common.policies);
    try (WatchedFolder watched = WatchedFolder.open(folder, out, context.clock());
        Desk desk = common.openDesk(context.clock(), journal)) {
      FileDecisions decisions = new FileDecisions(desk, context.streams(), watched);
      FolderWatch watch =
          new FolderWatch(watched, decisions, Duration.ofSeconds(settleSeconds), once, context);
      return watch.run() ? ExitCode.CLEAN : ExitCode.UNREADABLE;
    }
  }
}
