package org.preclaim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.Verification;
import org.preclaim.engine.VerificationReport;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policies verify}: whether a policy folder can be put in force. */
@Command(
    name = "verify",
    description = "Lints, compiles and runs the scenarios of rules and tables.",
    footer = {"", "Exit code: 0 nothing is wrong, 1 something is, 2 the folder cannot be read."},
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "The folder; the one of --policies where it is left out.")
  @Nullable Path folder;

  @Option(
      names = "--format",
      defaultValue = "text",
      converter = AnswerFormat.Converter.class,
      description = "text or json (default: text).")
  AnswerFormat format = AnswerFormat.TEXT;

  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  VerifyCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Path verified = folder == null ? common.policies : folder;
    CommonOptions.requireFolder(verified);
    VerificationReport verification = verify(verified);
    AnalysisAnswer analysis = analysis(verification, verified);
    VerificationReport report = verification.with(analysis.problems());
    context
        .streams()
        .out()
        .print(
            switch (format) {
              case TEXT -> analysis.above(VerificationAnswer.text(report));
              case JSON -> analysis.within(VerificationAnswer.json(report));
            });
    context.streams().out().flush();
    return report.problems().isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  /** Rows beside one another; nothing where the report says why this is no release. */
  private static AnalysisAnswer analysis(VerificationReport report, Path folder)
      throws IOException {
    if (report.families().isEmpty()) {
      return AnalysisAnswer.NONE;
    }
    try {
      return AnalysisAnswer.of(PolicyFolder.read(folder));
    } catch (ProblemsException changed) {
      return AnalysisAnswer.NONE;
    }
  }

  /** A folder that is no release at all is reported like one that does not compile. */
  private static VerificationReport verify(Path folder) throws IOException {
    try {
      return Verification.verify(PolicyFolder.read(folder));
    } catch (ProblemsException refused) {
      return new VerificationReport(null, List.of(), refused.problems());
    }
  }
}
