package org.preclaim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.caller.Caller;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Door;
import org.preclaim.desk.PendingDecision;
import org.preclaim.intake.Admission;
import org.preclaim.problem.ProblemsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: decides every encounter in files. */
@Command(
    name = "check",
    description = "Decides every encounter in the files.",
    footer = {
      "",
      "JSON, JSON lines, X12 837 and FHIR are told apart by content.",
      "--format json answers with one decision a line.",
      "Exit code: 0 nothing found, 1 findings, 2 something unreadable."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files; - is standard input.")
  List<String> files = List.of();

  @Option(names = "--trace", description = "Say which rules and rows fired on which facts.")
  boolean traced;

  @Option(names = "--no-journal", description = "Record nothing.")
  boolean unrecorded;

  @Option(
      names = "--acknowledge",
      paramLabel = "DIR",
      description =
          "Write for each X12 file a 999 and a line for each claim into this folder, which is made"
              + " where it is missing.")
  @Nullable Path acknowledge;

  @Option(names = "--progress", description = "Show on standard error how far the files are.")
  boolean progress;

  @Mixin FormatOption format = new FormatOption();
  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;
  private final InOrder open = new InOrder();

  CheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, ProblemsException {
    try (Desk desk = openDesk()) {
      CheckReport report =
          CheckReport.to(
              context.streams(), format.chosen, traced ? Trace.INCLUDED : Trace.LEFT_OUT);
      try (ReadingBar bar = ReadingBar.where(progress, context.streams())) {
        for (String file : files) {
          check(desk, file, report, bar);
        }
      }
      return report.end();
    }
  }

  private Desk openDesk() throws IOException, ProblemsException {
    return unrecorded
        ? common.openDesk(context.clock())
        : common.openDesk(context.clock(), journal);
  }

  /** A file that cannot be read does not keep the others from being decided. */
  private void check(Desk desk, String file, CheckReport report, ReadingBar bar) {
    String unreadable;
    try (AcknowledgmentFiles answers = AcknowledgmentFiles.of(acknowledge, file, desk.now())) {
      unreadable =
          new EncounterFile(file)
              .admit(
                  context.streams(),
                  desk,
                  report::isWanted,
                  admission -> {
                    answers.admission(admission);
                    take(desk, file, admission, report);
                  },
                  answers::envelope,
                  bar);
      answers.end();
    }
    open.finish();
    if (unreadable != null) {
      report.unreadable(file, unreadable);
    }
  }

  private void take(Desk desk, String file, Admission admission, CheckReport report) {
    if (admission instanceof Admission.Admitted admitted) {
      PendingDecision decision = desk.enqueue(admitted.encounter(), Door.CHECK.by(Caller.LOCAL));
      open.add(() -> report.decided(decision.encounter(), decision.await()));
    } else if (admission instanceof Admission.Refused refused) {
      open.add(() -> report.refused(file, refused));
    } else if (admission instanceof Admission.Noticed noticed) {
      open.add(() -> report.noticed(file, noticed));
    }
  }
}
