package org.preclaim.exercise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.preclaim.engine.RuleSummary;
import org.preclaim.exercise.Coverage.RuleCoverage;
import org.preclaim.exercise.Coverage.TableCoverage;
import org.preclaim.exercise.Coverage.UnreachedCell;
import org.preclaim.exercise.Coverage.UnreachedRow;
import org.preclaim.exercise.MutationScore.Survivor;
import org.preclaim.exercise.MutationScore.TableScore;
import org.preclaim.problem.Place;

/** A report in words and columns, for people. */
public final class ExerciseText {

  private static final String TABLE = "%-58s %15s %17s %10s";
  private static final int TEXT_MAX = 60;

  private final ExerciseReport report;
  private final StringBuilder page = new StringBuilder();

  private ExerciseText(ExerciseReport report) {
    this.report = report;
  }

  /** The report, with a line feed at its end. */
  public static String of(ExerciseReport report) {
    ExerciseText text = new ExerciseText(report);
    text.broken();
    text.tables();
    text.unreached();
    text.rules();
    MutationScore mutations = report.mutations();
    if (mutations != null) {
      text.scores(mutations);
      text.survivors(mutations);
    }
    text.line(report.percent() + " % is the lowest of these figures of " + report.release().id());
    return text.page.toString();
  }

  private void broken() {
    for (Place.Cell scenario : report.coverage().broken()) {
      line(
          scenario
              + ": the scenario is decided otherwise than it promises, so it shows nothing;"
              + " `policies verify` says how");
    }
  }

  private void tables() {
    columns(TABLE, "table", "rows that fire", "edges shown", "scenarios");
    for (TableCoverage table : report.coverage().tables()) {
      columns(TABLE, table.place(), share(table.rows()), share(table.edges()), table.scenarios());
    }
    columns(TABLE, "all", share(report.coverage().rows()), share(report.coverage().edges()), "");
    line("");
  }

  private void unreached() {
    int before = page.length();
    for (TableCoverage table : report.coverage().tables()) {
      for (UnreachedRow row : table.unreachedRows()) {
        unreached(row);
      }
      for (UnreachedCell cell : table.unreachedCells()) {
        line(
            cell.place()
                + ": in no scenario does `"
                + cell.label()
                + "` alone keep `"
                + cell.policy()
                + "` from firing: "
                + shortened(cell.text()));
      }
      for (Place.Cell row : table.unmeasured()) {
        line(row + ": not measured by cell: the header mixes the conditions of several columns");
      }
      for (Place.Cell row : table.leftOff()) {
        line(
            row
                + ": not all was looked at: the facts of a scenario make more than 10,000"
                + " combinations, so that a cell of this row may be listed although one shows it");
      }
    }
    gapAfter(before);
  }

  /** The cells of a scenario stand on one line, tabs between them, so that they can be pasted. */
  private void unreached(UnreachedRow row) {
    List<String> scenario = row.scenario();
    String said = row.place() + ": `" + row.policy() + "` fires in no scenario";
    if (scenario == null) {
      line(said + ": " + row.reason());
    } else {
      line(said + "; this one, pasted into the sheet `Scenarios`, lets it fire:");
      page.append(
              scenario.stream()
                  .map(cell -> cell.replaceAll("\\p{Cntrl}", " "))
                  .collect(Collectors.joining("\t")))
          .append('\n');
    }
  }

  private void rules() {
    int before = page.length();
    RuleCoverage rules = report.coverage().rules();
    if (rules.rules().whole() > 0) {
      line("rules of rule files that fire in a scenario: " + share(rules.rules()));
    }
    for (RuleSummary rule : rules.unreached()) {
      line(rule.file() + ":" + rule.line() + ": `" + rule.name() + "` fires in no scenario");
    }
    if (!rules.unmeasured().isEmpty()) {
      line(
          rules.unmeasured().size()
              + " rules ask official files, which scenarios do not load: not measured");
    }
    if (!rules.rules().equals(Share.NONE)) {
      line("the conditions and the wording of rules are not measured, only whether they fire");
    }
    gapAfter(before);
  }

  private void scores(MutationScore mutations) {
    columns(TABLE, "table", "noticed", "survive", "refused");
    for (TableScore table : mutations.tables()) {
      columns(
          TABLE, table.place(), share(table.noticed()), table.survivors().size(), table.refused());
    }
    Share noticed = mutations.noticed();
    columns(TABLE, "all", share(noticed), noticed.whole() - noticed.part(), mutations.refused());
    int tried = noticed.whole() + mutations.refused();
    line(
        mutations.isSample()
            ? tried
                + " of "
                + mutations.possible()
                + " changes were tried, a sample with seed "
                + mutations.seed()
            : tried + " changes were tried, each by itself: all there are");
    line("");
  }

  /** One line for each cell, however many of its changes survive. */
  private void survivors(MutationScore mutations) {
    int before = page.length();
    Map<String, StringJoiner> cells = new LinkedHashMap<>();
    for (TableScore table : mutations.tables()) {
      for (Survivor survivor : table.survivors()) {
        String cell =
            survivor.place()
                + ": unnoticed in `"
                + survivor.label()
                + "` of `"
                + survivor.policy()
                + "`: ";
        cells.computeIfAbsent(cell, none -> new StringJoiner(", ")).add(survivor.change());
      }
    }
    cells.forEach((cell, changes) -> line(cell + changes));
    gapAfter(before);
  }

  private void gapAfter(int before) {
    if (page.length() > before) {
      line("");
    }
  }

  private static String share(Share share) {
    return share.part()
        + " of "
        + share.whole()
        + String.format(Locale.ROOT, " %3d %%", share.percent());
  }

  private static String shortened(String text) {
    return "`" + (text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX - 1) + "…" : text) + "`";
  }

  private void columns(String layout, Object... cells) {
    line(String.format(Locale.ROOT, layout, cells));
  }

  /** Control characters of a cell must not move a terminal's cursor. */
  private void line(String text) {
    text.stripTrailing()
        .codePoints()
        .forEach(each -> page.appendCodePoint(Character.isISOControl(each) ? ' ' : each));
    page.append('\n');
  }
}
