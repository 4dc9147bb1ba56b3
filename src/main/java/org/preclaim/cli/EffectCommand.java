package org.preclaim.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.JournalReader;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.replay.Pace;
import org.preclaim.replay.PastReleases;
import org.preclaim.replay.Replay;
import org.preclaim.replay.Report;
import org.preclaim.replay.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policies effect}: what a draft would change, told before it does. */
@Command(
    name = "effect",
    description = "Decides encounters under a draft and under the policies in use, and compares.",
    footer = {
      "",
      "The encounters are those of the files, which are read like those of `check`; without a",
      "file, recorded decisions of the journal, which the conditions choose. Both sides are",
      "decided beside the official tables that are loaded now. Nothing is recorded.",
      "Exit code: 0 the same, 1 something differs, 2 something could not be compared or read."
    },
    mixinStandardHelpOptions = true)
final class EffectCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "DRAFT", description = "A folder, or a release id.")
  String draft = "";

  @Parameters(index = "1..*", paramLabel = "FILE", description = "Encounters; - is standard input.")
  List<String> files = List.of();

  @Option(
      names = "--against",
      paramLabel = "DIR|ID",
      description = "What it is compared with (default: the folder of --policies).")
  @Nullable String against;

  @Mixin ReplayOptions options = new ReplayOptions();
  @Mixin ReportOptions report = new ReportOptions();
  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  EffectCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, ProblemsException, InterruptedException {
    ReplayAnswer answer = report.answer(context);
    Selection selection = options.request(null).selection();
    if (!files.isEmpty() && !selection.equals(Selection.ALL)) {
      throw new UserError("conditions choose decisions of the journal: expected no files");
    }
    ReferenceStore reference = ReferenceStore.open(common.data);
    String old = against == null ? common.policies.toString() : against;
    CandidateRelease before = candidate(old, reference);
    CandidateRelease after = candidate(draft, reference);
    Report told =
        files.isEmpty()
            ? recorded(before, after, selection, reference)
            : new FileTrial(context, files)
                .run(before, after, after.desk(common, reference, context));
    answer.tell(told);
    return ReplayAnswer.exitCode(told);
  }

  private CandidateRelease candidate(String name, ReferenceStore reference)
      throws IOException, ProblemsException {
    return CandidateRelease.of(name, journal, common, reference);
  }

  private Report recorded(
      CandidateRelease before,
      CandidateRelease after,
      Selection selection,
      ReferenceStore reference)
      throws IOException, ProblemsException, InterruptedException {
    try (JournalReader reader = journal.reader(common.data);
        ReplayBar bar = ReplayBar.on(context.streams(), "effect")) {
      PastReleases releases = new PastReleases(reader, reference, common.compiled());
      return Replay.of(selection, before.ready(), after.ready(), releases, Pace.ofMachine(), null)
          .run(bar, () -> false);
    }
  }
}
