package org.preclaim.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.preclaim.replay.Report;
import org.preclaim.replay.ReportJson;
import org.preclaim.replay.ReportText;
import org.preclaim.replay.ReportWorkbook;

/**
 * Where the report of a replay goes, and how.
 *
 * @param output absent for standard output
 */
record ReplayAnswer(Streams streams, ReplayFormat format, @Nullable Path output) {

  /**
   * Throws {@link UserError} where that makes no sense, or where no such file can be written; none
   * is made yet.
   */
  static ReplayAnswer to(Streams streams, ReplayFormat format, @Nullable Path output) {
    if (format == ReplayFormat.XLSX && output == null) {
      throw new UserError("xlsx is no text: expected --output with a file");
    }
    if (output != null) {
      requireWritable(output);
    }
    return new ReplayAnswer(streams, format, output);
  }

  private static void requireWritable(Path output) {
    Path folder = output.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(output)) {
      throw new UserError("`" + output + "` is a folder: expected --output with a file");
    }
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "the folder of `" + output + "` is missing: make it, or name another file for --output");
    }
    if (!Files.isWritable(Files.exists(output) ? output : folder)) {
      throw new UserError("`" + output + "` cannot be written: name another file for --output");
    }
  }

  void tell(Report report) throws IOException {
    if (output == null) {
      write(report, streams.out());
      streams.out().flush();
      return;
    }
    try (OutputStream out = Files.newOutputStream(output)) {
      write(report, out);
    }
  }

  private void write(Report report, OutputStream out) throws IOException {
    switch (format) {
      case TEXT -> out.write(ReportText.of(report).getBytes(StandardCharsets.UTF_8));
      case JSON -> out.write((ReportJson.line(report) + "\n").getBytes(StandardCharsets.UTF_8));
      case XLSX -> ReportWorkbook.write(report, out);
    }
  }

  static int exitCode(Report report) {
    if (report.differs()) {
      return ExitCode.FINDINGS;
    }
    return report.entries().notDecided() == 0 ? ExitCode.CLEAN : ExitCode.UNREADABLE;
  }
}
