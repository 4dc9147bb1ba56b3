package org.preclaim.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.preclaim.effect.DiffJson;
import org.preclaim.effect.DiffMarkdown;
import org.preclaim.effect.DiffText;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.diff.ReleaseDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policies diff}: what changed between two sets of policies. */
@Command(
    name = "diff",
    description = "Tells what changed, by policy id and column.",
    footer = {
      "",
      "A and B are two folders, workbooks or .drl files, or release ids of the journal. Nothing is",
      "compiled. Rows and rules that only moved are not changes.",
      "Exit code: 0 the same, 1 something differs, 2 something cannot be read."
    },
    mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "A", description = "The old policies.")
  String before = "";

  @Parameters(index = "1", paramLabel = "B", description = "The new policies.")
  String after = "";

  @Option(
      names = "--format",
      defaultValue = "text",
      converter = DiffFormat.Converter.class,
      description = "text, json or markdown (default: text).")
  DiffFormat format = DiffFormat.TEXT;

  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  DiffCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, ProblemsException {
    ReleaseDiff diff =
        ComparedPolicies.diff(
            ComparedPolicies.of(before, journal, common.data),
            ComparedPolicies.of(after, journal, common.data));
    String told =
        switch (format) {
          case TEXT -> DiffText.of(diff);
          case JSON -> DiffJson.line(diff) + "\n";
          case MARKDOWN -> DiffMarkdown.of(diff);
        };
    context.streams().out().write(told.getBytes(StandardCharsets.UTF_8));
    context.streams().out().flush();
    return diff.differs() ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }
}
