package org.preclaim.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.preclaim.caller.Audit;
import org.preclaim.caller.Caller;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.store.ImportReport;
import org.preclaim.reference.store.ImportRequest;
import org.preclaim.reference.store.ReferenceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reference import}: official files into the data folder, all or none. */
@Command(
    name = "import",
    description = "Imports official files as published: all of them, or none.",
    footer = {
      "",
      "A file may be zipped or gzipped; what it is shows by its content and name.",
      "Exit code: 0 imported, or loaded before; 2 something is wrong, and nothing was imported."
    },
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Official files.")
  List<Path> files = List.of();

  @Option(
      names = "--effective",
      paramLabel = "DATE",
      description = "From when those files hold that do not say so themselves, as yyyy-mm-dd.")
  @Nullable LocalDate effective;

  @Option(
      names = "--fewer-rows",
      description = "Take a release that has far fewer rows than the one before.")
  boolean fewerRows;

  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  ImportCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, ProblemsException {
    List<ImportRequest.Source> sources = files.stream().map(ImportRequest.Source::of).toList();
    ReferenceStore store = ReferenceStore.open(common.data);
    ImportReport report;
    try (ReadingBar bar = ReadingBar.on(context.streams())) {
      report = store.importFiles(new ImportRequest(sources, effective, fewerRows), bar);
    }
    PrintStream err = context.streams().err();
    report.notices().forEach(notice -> err.print("notice: " + notice + "\n"));
    report.problems().forEach(problem -> err.print(problem + "\n"));
    if (!report.problems().isEmpty()) {
      err.print("nothing was imported\n");
      return ExitCode.UNREADABLE;
    }
    report.releases().forEach(ImportCommand::audit);
    report.releases().forEach(release -> context.streams().out().print(line(release)));
    return ExitCode.CLEAN;
  }

  private static void audit(ImportReport.Release release) {
    Audit.act(
        Caller.LOCAL,
        "reference.import",
        release.vintage().dataset().word() + "@" + release.vintage().effective(),
        release.change().word());
  }

  private static String line(ImportReport.Release release) {
    Vintage vintage = release.vintage();
    return String.format(
        Locale.ROOT,
        "%-9s  %-28s  %s  %,d rows\n",
        release.change().word(),
        vintage.dataset().word(),
        vintage.effective(),
        vintage.rows());
  }
}
