package org.preclaim.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.preclaim.caller.Audit;
import org.preclaim.caller.Caller;
import org.preclaim.desk.Door;
import org.preclaim.desk.Ids;
import org.preclaim.journal.Journal;
import org.preclaim.journal.chain.JournalFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code journal retain}: lets entries go that are older than they have to be kept. */
@Command(
    name = "retain",
    description = "Lets entries go that were decided before a day.",
    footer = {
      "",
      "Only whole batches go, from the beginning; their seals stay, so that the rest still"
          + " verifies."
    },
    mixinStandardHelpOptions = true)
final class JournalRetainCommand implements Callable<Integer> {

  @Option(
      names = "--before",
      paramLabel = "DATE",
      required = true,
      description = "The first day, in UTC, of which everything stays.")
  LocalDate before = LocalDate.MIN;

  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  JournalRetainCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Journal opened = journal.existing(common.data, context.clock())) {
      OptionalLong last = retain(opened);
      context
          .streams()
          .out()
          .print(
              last.isPresent()
                  ? "let go of the entries up to " + last.getAsLong() + "\n"
                  : "there was nothing to let go\n");
      context.streams().out().flush();
      return ExitCode.CLEAN;
    }
  }

  private OptionalLong retain(Journal opened) {
    try {
      OptionalLong last =
          opened.retain(
              before.atStartOfDay().toInstant(ZoneOffset.UTC),
              new Ids(context.clock()).next(),
              Door.JOURNAL.word());
      Audit.act(Caller.LOCAL, "journal.retain", "journal", last.isPresent() ? last.getAsLong() : 0);
      return last;
    } catch (JournalFault fault) {
      Audit.act(Caller.LOCAL, "journal.retain", "journal", fault.problem().code());
      throw fault;
    }
  }
}
