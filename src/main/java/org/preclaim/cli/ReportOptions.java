package org.preclaim.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How the report of a replay is told, and where it goes. */
final class ReportOptions {

  @Option(
      names = "--format",
      defaultValue = "text",
      converter = ReplayFormat.Converter.class,
      description = "text, json or xlsx (default: text).")
  ReplayFormat format = ReplayFormat.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Where the report goes (default: standard output).")
  @Nullable Path output;

  /** What tells the report; asked for before there is one, so that a mistake costs nothing. */
  ReplayAnswer answer(Context context) {
    return ReplayAnswer.to(context.streams(), format, output);
  }
}
