package org.preclaim.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code policies activate}: an approved release decides from now on, or from a time on. */
@Command(
    name = "activate",
    description = "Puts an approved release in force, or one of before again.",
    footer = {"", "Exit code: 0 done, 1 the request is not as it should be, 2 refused."},
    mixinStandardHelpOptions = true)
final class ActivateCommand implements Callable<Integer> {

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "From then on, such as 2027-01-01T05:00:00Z (default: now).")
  @Nullable String at;

  @Mixin ReleaseCalls calls = new ReleaseCalls();

  private final Context context;

  ActivateCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    return calls.take(context, "activation", at);
  }
}
