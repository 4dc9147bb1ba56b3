package org.preclaim.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.exercise.Exercise;
import org.preclaim.exercise.ExerciseJson;
import org.preclaim.exercise.ExerciseReport;
import org.preclaim.exercise.ExerciseText;
import org.preclaim.exercise.Mutations;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code policies coverage}: how far scenarios exercise the rows of the tables. */
@Command(
    name = "coverage",
    description = "Tells which rows and cells the scenarios reach, and which changes they notice.",
    footer = {
      "",
      "Exit code: 0 everything was measured, 1 a figure lies below --minimum, 2 the folder cannot be",
      "read or does not compile."
    },
    mixinStandardHelpOptions = true)
final class CoverageCommand implements Callable<Integer> {

  @Option(
      names = "--mutations",
      description = "Change each cell in small ways as well and tell which changes go unnoticed.")
  boolean mutations;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Try a sample where there are more changes than this (default: 5000).")
  int limit = 5_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the sample (default: 1).")
  long seed = 1;

  @Option(
      names = "--minimum",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description = "What each figure must reach (default: 0).")
  int minimum;

  @Mixin FormatOption format = new FormatOption();
  @Mixin FolderArgument folder = new FolderArgument();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  CoverageCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, ProblemsException {
    checkOptions();
    CompiledRelease release =
        CompiledRelease.compile(PolicyFolder.read(folder.of(common)), common.compiled());
    ExerciseReport report =
        new ExerciseReport(
            release.ref(),
            Exercise.coverage(release),
            mutations ? new Mutations(release, limit, seed).score() : null);
    context
        .streams()
        .out()
        .print(
            switch (format.chosen) {
              case TEXT -> ExerciseText.of(report);
              case JSON -> ExerciseJson.line(report) + "\n";
            });
    context.streams().out().flush();
    return report.percent() < minimum ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private void checkOptions() {
    if (limit < 1) {
      throw new UserError("--limit is " + limit + ": expected at least 1");
    }
    if (minimum < 0 || minimum > 100) {
      throw new UserError("--minimum is " + minimum + ": expected 0 to 100");
    }
  }
}
