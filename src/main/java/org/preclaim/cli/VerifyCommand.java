package org.preclaim.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.Verification;
import org.preclaim.engine.VerificationReport;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code policies verify}: whether a policy folder can be put in force. */
@Command(
    name = "verify",
    description = {
      "Lints, compiles and runs the scenarios of rules and tables.",
      "Codes are looked up in the official files of --data; what they do not cover is listed."
    },
    footer = {"", "Exit code: 0 nothing is wrong, 1 something is, 2 the folder cannot be read."},
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

  @Option(
      names = "--format",
      defaultValue = "text",
      converter = VerificationFormat.Converter.class,
      description = "text, json or junit (default: text).")
  VerificationFormat format = VerificationFormat.TEXT;

  @Option(
      names = "--annotate",
      paramLabel = "COPIES",
      description =
          "Write a copy of each workbook with problems into this folder: cells in"
              + " question are coloured and say what is wrong.")
  @Nullable Path annotate;

  @Mixin FolderArgument folder = new FolderArgument();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  VerifyCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Path home = folder.of(common);
    AnnotatedCopies copies =
        annotate == null ? null : new AnnotatedCopies(annotate, context.streams().err());
    if (copies != null) {
      copies.refuseAmong(home);
    }
    PolicyFolder policies = PolicyFolder.open(home);
    VerificationReport verified = verify(policies);
    AnalysisAnswer analysis = analysis(verified, policies);
    VerificationReport report = verified.with(analysis.problems());
    context.streams().out().print(analysis.told(report, format));
    context.streams().out().flush();
    if (copies != null) {
      copies.write(policies, report.problems());
      context.streams().err().flush();
    }
    return report.problems().isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  /** Rows beside one another; nothing where the report says why this is no release. */
  private static AnalysisAnswer analysis(VerificationReport report, PolicyFolder policies) {
    if (report.families().isEmpty()) {
      return AnalysisAnswer.NONE;
    }
    try {
      return AnalysisAnswer.of(policies.release());
    } catch (ProblemsException told) {
      return AnalysisAnswer.NONE;
    }
  }

  /** Damaged official files are told beside what is wrong with the policies. */
  private VerificationReport verify(PolicyFolder policies) {
    try {
      return Verification.verify(policies, ReferenceStore.open(common.data).data());
    } catch (ProblemsException damaged) {
      VerificationReport report = Verification.verify(policies);
      List<Problem> problems = new ArrayList<>(damaged.problems());
      problems.addAll(report.problems());
      return new VerificationReport(
          report.release(), report.families(), problems, report.notChecked(), report.files());
    }
  }
}
