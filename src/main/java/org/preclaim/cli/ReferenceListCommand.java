package org.preclaim.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.preclaim.answer.ReferenceJson;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.store.ReferenceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code reference list}: which official tables are loaded. */
@Command(
    name = "list",
    description = "Shows which official tables are loaded.",
    footer = {"", "Exit code: 0 they can be used, 2 a file of the store is damaged."},
    mixinStandardHelpOptions = true)
final class ReferenceListCommand implements Callable<Integer> {

  @Option(names = "--verify", description = "Read every byte and compare its digest.")
  boolean verified;

  @Mixin FormatOption format = new FormatOption();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  ReferenceListCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, ProblemsException {
    ReferenceStore store = ReferenceStore.open(common.data);
    List<Vintage> vintages = store.data().vintages();
    List<Problem> problems = verified ? store.verify() : List.of();
    context
        .streams()
        .out()
        .print(
            switch (format.chosen) {
              case TEXT -> text(vintages);
              case JSON -> ReferenceJson.vintages(vintages, problems) + "\n";
            });
    problems.forEach(problem -> context.streams().err().print(problem + "\n"));
    return problems.isEmpty() ? ExitCode.CLEAN : ExitCode.UNREADABLE;
  }

  private static String text(List<Vintage> vintages) {
    if (vintages.isEmpty()) {
      return "no official tables are loaded: see docs/reference-data.md\n";
    }
    StringBuilder text =
        new StringBuilder(row("dataset", "effective", "until", "rows", "bytes", "digest"));
    for (Vintage each : vintages) {
      text.append(
          row(
              each.dataset().word(),
              each.effective().toString(),
              each.until().toString(),
              Long.toString(each.rows()),
              Long.toString(each.bytes()),
              each.digest()));
    }
    return text.toString();
  }

  private static String row(
      String dataset, String effective, String until, String rows, String bytes, String digest) {
    return String.format(
        Locale.ROOT,
        "%-28s  %-10s  %-10s  %10s  %11s  %s\n",
        dataset,
        effective,
        until,
        rows,
        bytes,
        digest);
  }
}
