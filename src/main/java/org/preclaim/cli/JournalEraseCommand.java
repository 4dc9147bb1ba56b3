package org.preclaim.cli;

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

/** {@code journal erase}: takes one patient's personal facts out of the journal. */
@Command(
    name = "erase",
    description = "Erases a patient's personal facts from all entries, for good.",
    footer = {
      "",
      "The chain still verifies, and an entry of its own says that this was done.",
      "Exit code: 0 it was done, 1 no entry has personal facts of this patient, 2 it was not done,"
          + " or what was erased is still in the file: run it again."
    },
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
    try (Journal opened = journal.existing(common.data, context.clock())) {
      int erased = erase(opened);
      context
          .streams()
          .out()
          .print(
              erased == 0
                  ? "no entry has personal facts of this patient: nothing was erased\n"
                  : "erased personal facts from " + JournalOptions.entries(erased) + "\n");
      context.streams().out().flush();
      return erased == 0 ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }
  }

  private int erase(Journal opened) {
    try {
      int erased = opened.erase(patient, new Ids(context.clock()).next(), Door.JOURNAL.word());
      Audit.act(Caller.LOCAL, "journal.erase", "journal", erased);
      return erased;
    } catch (JournalFault fault) {
      Audit.act(Caller.LOCAL, "journal.erase", "journal", fault.problem().code());
      throw fault;
    }
  }
}
