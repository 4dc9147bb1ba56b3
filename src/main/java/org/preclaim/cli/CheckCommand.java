package org.preclaim.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.desk.Desk;
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
      "JSON, JSON lines and X12 837 are told apart by content.",
      "Exit code: 0 nothing found, 1 findings, 2 something unreadable."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

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

  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  CheckCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, ProblemsException {
    Desk desk = common.openDesk(context.clock());
    CheckReport report =
        CheckReport.to(context.streams(), format, traced ? Trace.INCLUDED : Trace.LEFT_OUT);
    for (String file : files) {
      check(desk, file, report);
    }
    return report.end();
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
                    report.decided(admitted.encounter(), desk.decide(admitted.encounter()));
                  } else if (admission instanceof Admission.Refused refused) {
                    report.refused(file, refused);
                  }
                });
    if (unreadable != null) {
      report.unreadable(file, unreadable);
    }
  }
}
