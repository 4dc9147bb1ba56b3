package org.preclaim.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code policies approve}: a step in the life of a release. */
@Command(
    name = "approve",
    description = "Agrees to a draft of somebody else.",
    footer = {"", "Exit code: 0 done, 1 the request is not as it should be, 2 refused."},
    mixinStandardHelpOptions = true)
final class ApproveCommand implements Callable<Integer> {

  @Mixin ReleaseCalls calls = new ReleaseCalls();

  private final Context context;

  ApproveCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    return calls.take(context, "approval", null);
  }
}
