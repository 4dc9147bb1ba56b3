package org.preclaim.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.preclaim.answer.RecordText;
import org.preclaim.engine.PolicyPlaces;
import org.preclaim.journal.JournalCopy;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.release.PolicyFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code journal show}: one decision with its reasons. */
@Command(
    name = "show",
    description = "Tells one decision: when, by whom, on which facts, what was said and why.",
    footer = {
      "",
      "Reads the journal in use, a copy of its file, or an export; changes nothing. An export",
      "holds no rules and workbooks: where the steps of the trace are written is not told from it.",
      "Exit code: 0 told, 2 there is no such decision, or it cannot be read."
    },
    mixinStandardHelpOptions = true)
final class JournalShowCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "The decision's id; `journal find` lists them.")
  String id = "";

  @Mixin FormatOption format = new FormatOption();
  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  JournalShowCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    JournalCopy copy = journal.read(common.data);
    StoredEntry stored =
        copy.find(id)
            .orElseThrow(
                () ->
                    new UserError(
                        "`"
                            + id
                            + "` is no decision of this journal: it may be that of another one, or"
                            + " retention let it go"));
    if (!stored.isDecision()) {
      String kind = stored.entry().statement().kind().word();
      throw new UserError("`" + id + "` is no decision: it is an entry of the kind " + kind);
    }
    RecordedDecision decision = RecordedDecision.of(stored);
    PolicyPlaces places = places(copy, stored.entry().statement().release());
    PrintStream out = context.streams().out();
    out.print(
        switch (format.chosen) {
          case TEXT -> decision.text(new RecordText(context.streams().textColour()), places);
          case JSON -> decision.json(places) + "\n";
        });
    out.flush();
    return ExitCode.CLEAN;
  }

  private static PolicyPlaces places(JournalCopy copy, String release) {
    return copy.release(release)
        .map(stored -> PolicyPlaces.of(PolicyFolder.reading(stored).release()))
        .orElse(PolicyPlaces.NONE);
  }
}
