package org.preclaim.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.preclaim.effect.WorkbookLines;
import org.preclaim.table.WorkbookContent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code policies textconv}: a workbook as lines, for git. What cannot be read is told as lines
 * too, since git stops where its converter fails.
 */
@Command(
    name = "textconv",
    description = "Prints a workbook as lines of text, one for each cell, for git diff.",
    footer = {"", "Exit code: 0, or 2 where the file cannot be read."},
    mixinStandardHelpOptions = true)
final class TextconvCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The workbook.")
  Path file = Path.of("");

  private final Context context;

  TextconvCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    // The name that git gives the file is another one each time.
    String name = "the workbook";
    WorkbookContent content =
        LimitedFile.bytes(file)
            .map(bytes -> WorkbookContent.of(name, bytes))
            .orElse(WorkbookContent.NONE);
    context.streams().out().write(WorkbookLines.of(content).getBytes(StandardCharsets.UTF_8));
    context.streams().out().flush();
    return ExitCode.CLEAN;
  }
}
