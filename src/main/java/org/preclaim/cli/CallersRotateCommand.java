package org.preclaim.cli;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import org.preclaim.caller.Audit;
import org.preclaim.caller.Caller;
import org.preclaim.caller.Role;
import org.preclaim.caller.key.ApiKeys;
import org.preclaim.caller.key.IssuedKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callers rotate}: another key for a caller. */
@Command(
    name = "rotate",
    description = "Gives a caller another key, which is shown this once.",
    footer = {"", "The key before holds for some days more, so that the caller can change over."},
    mixinStandardHelpOptions = true)
final class CallersRotateCommand implements Callable<Integer> {

  private static final int OVERLAP_MAX = 90;

  @Parameters(paramLabel = "NAME", description = "The caller's name.")
  String name = "";

  @Option(
      names = "--overlap",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "For how many days both keys hold, 0 to 90 (default: 7).")
  int overlap;

  @Mixin KeyOptions.Scope scope = new KeyOptions.Scope();
  @Mixin KeyOptions options = new KeyOptions();

  private final Context context;

  CallersRotateCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (overlap < 0 || overlap > OVERLAP_MAX) {
      throw new UserError("`" + overlap + "` days: expected 0 to " + OVERLAP_MAX);
    }
    Set<Role> roles = scope.roles();
    try (ApiKeys keys = options.open(context)) {
      IssuedKey issued =
          keys.rotate(
              name, roles.isEmpty() ? null : roles, scope.expires(), Duration.ofDays(overlap));
      Audit.act(Caller.LOCAL, "callers.rotate", name, KeyOptions.words(issued.key().roles()));
      KeyOptions.show(context, issued);
      return ExitCode.CLEAN;
    }
  }
}
