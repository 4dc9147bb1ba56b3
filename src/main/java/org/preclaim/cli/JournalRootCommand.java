package org.preclaim.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code journal root}: the state of the journal in a line, to be noted elsewhere. */
@Command(
    name = "root",
    description = "Prints the state of the journal in a line, to be noted elsewhere.",
    mixinStandardHelpOptions = true)
final class JournalRootCommand implements Callable<Integer> {

  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  JournalRootCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    context.streams().out().print(journal.read(common.data).root() + "\n");
    context.streams().out().flush();
    return ExitCode.CLEAN;
  }
}
