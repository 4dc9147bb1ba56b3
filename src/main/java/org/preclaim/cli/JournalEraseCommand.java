package org.preclaim.cli;

import java.util.concurrent.Callable;
import org.preclaim.caller.Audit;
import org.preclaim.caller.Caller;
import org.preclaim.desk.Door;
import org.preclaim.desk.Ids;
import org.preclaim.journal.Journal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code journal erase}: takes one patient's personal facts out of the journal. */
@Command(
    name = "erase",
    description = "Erases a patient's personal facts from all entries, for good.",
    footer = {"", "The chain still verifies, and an entry of its own says that this was done."},
    mixinStandardHelpOptions = true)
final class JournalEraseCommand implements Callable<Integer> {

  @Option(
      names = "--patient",
      paramLabel = "KEY",
      required = true,
      description = "The patient's pseudonym, as it stands in patient.key of encounters.")
  String patient = "";

  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  JournalEraseCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Journal opened = journal.open(common.data, context.clock())) {
      String id = new Ids(context.clock()).next();
      int erased = opened.erase(patient, id, Door.JOURNAL.word());
      Audit.act(Caller.LOCAL, "journal.erase", "journal", erased);
      context.streams().out().print("erased personal facts from " + erased + " entries\n");
      context.streams().out().flush();
      return ExitCode.CLEAN;
    }
  }
}
