package org.preclaim.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Door;
import org.preclaim.desk.PendingDecision;
import org.preclaim.encounter.Encounter;
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
      "Exit code: 0 nothing found, 1 findings, 2 something unreadable."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  /** Decisions that share durable writes of the journal. */
  private static final int OPEN_MAX = 256;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files; - is standard input.")
  List<String> files = List.of();

  @Option(
      names = "--format",
      defaultValue = "text",
      converter = AnswerFormat.Converter.class,
      description = "text, or json for one decision a line (default: text).")
  AnswerFormat format = AnswerFormat.TEXT;

  @Option(names = "--trace", description = "Say which rules and rows fired on which facts.")
  boolean traced;

  @Option(names = "--no-journal", description = "Record nothing.")
  boolean unrecorded;

  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;
  private final Deque<PendingDecision> open = new ArrayDeque<>();

  CheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, ProblemsException {
    try (Desk desk = openDesk()) {
      CheckReport report =
          CheckReport.to(context.streams(), format, traced ? Trace.INCLUDED : Trace.LEFT_OUT);
      for (String file : files) {
        check(desk, file, report);
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
  private void check(Desk desk, String file, CheckReport report) {
    String unreadable =
        new EncounterFile(file)
            .admit(
                context.streams(),
                desk,
                report::isWanted,
                admission -> {
                  if (admission instanceof Admission.Admitted admitted) {
                    decide(desk, admitted.encounter(), report);
                  } else if (admission instanceof Admission.Refused refused) {
                    tellOpen(report);
                    report.refused(file, refused);
                  } else if (admission instanceof Admission.Noticed noticed) {
                    tellOpen(report);
                    report.noticed(file, noticed);
                  }
                });
    tellOpen(report);
    if (unreadable != null) {
      report.unreadable(file, unreadable);
    }
  }

  private void decide(Desk desk, Encounter encounter, CheckReport report) {
    open.add(desk.submit(encounter, Door.CHECK));
    if (open.size() == OPEN_MAX) {
      tellOpen(report);
    }
  }

  /** Tells the decisions that wait for the journal, in their order. */
  private void tellOpen(CheckReport report) {
    for (PendingDecision next = open.poll(); next != null; next = open.poll()) {
      report.decided(next.encounter(), next.await());
    }
  }
}
