package org.preclaim.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.key.ApiKey;
import org.preclaim.caller.key.ApiKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code callers list}: all callers that were given keys, and the keys, without their secrets. */
@Command(
    name = "list",
    description = "Shows all callers and their keys, those that hold no more too.",
    mixinStandardHelpOptions = true)
final class CallersListCommand implements Callable<Integer> {

  @Mixin KeyOptions options = new KeyOptions();

  private final Context context;

  CallersListCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (ApiKeys keys = options.open(context)) {
      context.streams().out().print(text(keys.list(), context.clock().instant()));
      return ExitCode.CLEAN;
    }
  }

  private static String text(List<ApiKey> keys, Instant now) {
    if (keys.isEmpty()) {
      return "there are no callers yet: `callers add` makes one\n";
    }
    StringBuilder text =
        new StringBuilder(row("caller", "key", "holds", "created", "expires", "ended", "roles"));
    for (ApiKey each : keys) {
      text.append(
          row(
              each.caller(),
              each.id(),
              each.holdsAt(now) ? "yes" : "no",
              moment(each.created()),
              moment(each.expires()),
              moment(each.ended()),
              KeyOptions.words(each.roles())));
    }
    return text.toString();
  }

  private static String moment(@Nullable Instant moment) {
    return moment == null ? "-" : moment.toString();
  }

  private static String row(Object... cells) {
    return String.format(Locale.ROOT, "%-20s  %-16s  %-5s  %-24s  %-24s  %-24s  %s\n", cells);
  }
}
