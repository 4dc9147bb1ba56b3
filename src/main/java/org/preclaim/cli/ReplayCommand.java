package org.preclaim.cli;

import java.io.IOException;
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
  @Mixin ReportOptions report = new ReportOptions();

  @Option(
      names = "--release",
      paramLabel = "ID",
      description = "Under this release of the journal instead of the one of the day.")
  @Nullable String release;

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
    ReplayAnswer answer = report.answer(context);
    ReplayRequest request = options.request(release);
    Selection selection = request.selection();
    StateFile file = state == null ? null : new StateFile(state);
    try (JournalReader reader = journal.reader(common.data)) {
      PastReleases releases =
          new PastReleases(reader, ReferenceStore.open(common.data), common.compiled());
      Basis basis = basis(request.release());
      Report told = run(Replay.of(selection, basis, releases, Pace.ofMachine(), file));
      answer.tell(told);
      if (file != null) {
        file.remove();
      }
      return ReplayAnswer.exitCode(told);
    }
  }

  private Report run(Replay replay) throws IOException, ProblemsException, InterruptedException {
    try (ReplayBar bar = ReplayBar.on(context.streams(), "replay")) {
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
}
