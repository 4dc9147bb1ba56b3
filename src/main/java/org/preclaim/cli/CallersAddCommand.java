package org.preclaim.cli;

import java.util.concurrent.Callable;
import org.preclaim.caller.Audit;
import org.preclaim.caller.Caller;
import org.preclaim.caller.key.ApiKeys;
import org.preclaim.caller.key.CallerProblem;
import org.preclaim.caller.key.IssuedKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code callers add}: a key for a new caller. */
@Command(
    name = "add",
    description = "Gives a new caller a key, which is shown this once.",
    mixinStandardHelpOptions = true)
final class CallersAddCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "The caller's name; the journal records it.")
  String name = "";

  @Mixin KeyOptions.Scope scope = new KeyOptions.Scope();
  @Mixin KeyOptions options = new KeyOptions();

  private final Context context;

  CallersAddCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (scope.roles().isEmpty()) {
      throw new UserError(
          CallerProblem.ROLE.code()
              + " a key without a role opens nothing: expected --role with "
              + KeyOptions.Scope.words());
    }
    try (ApiKeys keys = options.open(context)) {
      IssuedKey issued = keys.add(name, scope.roles(), scope.expires());
      Audit.act(Caller.LOCAL, "callers.add", name, KeyOptions.words(issued.key().roles()));
      KeyOptions.show(context, issued);
      return ExitCode.CLEAN;
    }
  }
}
