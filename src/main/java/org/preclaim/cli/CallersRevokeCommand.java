package org.preclaim.cli;

import java.util.concurrent.Callable;
import org.preclaim.caller.Audit;
import org.preclaim.caller.Caller;
import org.preclaim.caller.key.ApiKeys;
import org.preclaim.caller.key.KeyRing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code callers revoke}: the end of all keys of a caller. */
@Command(
    name = "revoke",
    description = "Ends all keys of a caller, within seconds.",
    mixinStandardHelpOptions = true)
final class CallersRevokeCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "The caller's name.")
  String name = "";

  @Mixin KeyOptions options = new KeyOptions();

  private final Context context;

  CallersRevokeCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (ApiKeys keys = options.open(context)) {
      int ended = keys.revoke(name);
      Audit.act(Caller.LOCAL, "callers.revoke", name, ended);
      context
          .streams()
          .out()
          .print(
              "ended keys of `"
                  + name
                  + "`: "
                  + ended
                  + "; services know within "
                  + KeyRing.FRESH.toSeconds()
                  + " seconds\n");
      return ExitCode.CLEAN;
    }
  }
}
