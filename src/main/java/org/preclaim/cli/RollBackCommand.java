package org.preclaim.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code policies rollback}: a step in the life of a release. */
@Command(
    name = "rollback",
    description = "Takes the active release out of force and puts the one before it back.",
    footer = {"", "Exit code: 0 done, 1 the request is not as it should be, 2 refused."},
    mixinStandardHelpOptions = true)
final class RollBackCommand implements Callable<Integer> {

  @Mixin ReleaseCalls calls = new ReleaseCalls();

  private final Context context;

  RollBackCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    return calls.take(context, "rollback", null);
  }
}
