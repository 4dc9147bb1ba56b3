package org.preclaim.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.answer.RecordText;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.Search.Order;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.problem.ProblemsException;
import org.preclaim.replay.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code journal find}: which decisions the journal has. */
@Command(
    name = "find",
    description = "Lists decisions, those that were recorded last first.",
    footer = {
      "",
      "Reads the journal in use, a copy of its file, or an export; changes nothing.",
      "Exit code: 0 told, 2 it cannot be read."
    },
    mixinStandardHelpOptions = true)
final class JournalFindCommand implements Callable<Integer> {

  private static final int LIMIT_MAX = 10_000;

  @Option(names = "--encounter", paramLabel = "ID", description = "About the encounter of this id.")
  @Nullable String encounter;

  @Mixin ConditionOptions conditions = new ConditionOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "So many at most (default: 50).")
  int limit = 50;

  @Mixin FormatOption format = new FormatOption();
  @Mixin JournalOptions journal = new JournalOptions();
  @Mixin CommonOptions common = new CommonOptions();

  private final Context context;

  JournalFindCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws ProblemsException {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new UserError("`" + limit + "` is no limit: expected 1 to " + LIMIT_MAX);
    }
    // One more than asked for tells whether there are others.
    List<StoredEntry> found = journal.read(common.data).search(search(limit + 1));
    boolean more = found.size() > limit;
    List<StoredEntry> page = more ? found.subList(0, limit) : found;
    PrintStream out = context.streams().out();
    out.print(
        switch (format.chosen) {
          case TEXT -> text(page, more);
          case JSON -> json(page, more);
        });
    out.flush();
    return ExitCode.CLEAN;
  }

  private Search search(int most) throws ProblemsException {
    Selection chosen = conditions.request().selection();
    return new Search(
        encounter, chosen.from(), chosen.until(), chosen.terms(), Order.NEWEST_FIRST, null, most);
  }

  private String text(List<StoredEntry> page, boolean more) {
    if (page.isEmpty()) {
      return "no such decision\n";
    }
    String list =
        new RecordText(context.streams().textColour())
            .found(page.stream().map(stored -> RecordedDecision.of(stored).issued()).toList());
    return more ? list + "there are more: expected more conditions, or a higher --limit\n" : list;
  }

  private static String json(List<StoredEntry> page, boolean more) {
    return page.stream()
            .map(stored -> stored.answer(Trace.LEFT_OUT))
            .collect(Collectors.joining(",", "{\"decisions\":[", "],\"more\":"))
        + more
        + "}\n";
  }
}
