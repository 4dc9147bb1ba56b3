package org.preclaim.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.JournalReader;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.replay.Basis;
import org.preclaim.replay.Pace;
import org.preclaim.replay.PastReleases;
import org.preclaim.replay.Replay;
import org.preclaim.replay.ReplayRequest;
import org.preclaim.replay.Report;
import org.preclaim.replay.ReportJson;
import org.preclaim.replay.ReportText;
import org.preclaim.replay.ReportWorkbook;
import org.preclaim.replay.Selection;
import org.preclaim.replay.StateFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code replay}: decisions of the journal made again, and compared. */
@Command(
    name = "replay",
    description = "Decides past encounters again and compares.",
    footer = {
      "",
      "Each under the release of its day, where the same is expected; under --release; or under",
      "the policies of a folder that --policies names, which need not be in use yet.",
      "Exit code: 0 the same, 1 something differs, 2 something could not be decided or read."
    },
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

  private static final String POLICIES = "--policies";

  @Mixin ReplayOptions options = new ReplayOptions();

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

  @Option(
      names = "--state",
      paramLabel = "FILE",
      description = "Note how far it is: the same command goes on there after it was killed.")
  @Nullable Path state;

  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin CommonOptions common = new CommonOptions();

  @Spec @Nullable CommandSpec spec;

  private final Context context;

  ReplayCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, ProblemsException, InterruptedException {
    if (format == ReplayFormat.XLSX && output == null) {
      throw new UserError("xlsx is no text: expected --output with a file");
    }
    ReplayRequest request = options.request();
    Selection selection = request.selection();
    StateFile file = state == null ? null : new StateFile(state);
    try (JournalReader reader = journal.reader(common.data)) {
      PastReleases releases =
          new PastReleases(reader, ReferenceStore.open(common.data), common.compiled());
      Basis basis = basis(request.release());
      Report report = run(Replay.of(selection, basis, releases, Pace.ofMachine(), file));
      tell(report);
      if (file != null) {
        file.remove();
      }
      return exitCode(report);
    }
  }

  private Report run(Replay replay) throws IOException, ProblemsException, InterruptedException {
    try (ReplayBar bar = ReplayBar.on(context.streams())) {
      return replay.run(bar, () -> false);
    }
  }

  private Basis basis(@Nullable String release) throws IOException {
    boolean draft =
        Objects.requireNonNull(spec, "parsed")
            .commandLine()
            .getParseResult()
            .hasMatchedOption(POLICIES);
    if (draft && release != null) {
      throw new UserError("expected one of --release and --policies");
    }
    if (draft) {
      return new Basis.Draft(common.policies());
    }
    return release == null ? new Basis.ThatDay() : new Basis.Kept(release);
  }

  private void tell(Report report) throws IOException {
    if (output == null) {
      write(report, context.streams().out());
      context.streams().out().flush();
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

  private static int exitCode(Report report) {
    if (report.differs()) {
      return ExitCode.FINDINGS;
    }
    return report.entries().notDecided() == 0 ? ExitCode.CLEAN : ExitCode.UNREADABLE;
  }
}
