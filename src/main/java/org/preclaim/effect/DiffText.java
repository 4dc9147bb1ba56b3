package org.preclaim.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Problem;
import org.preclaim.release.diff.FileDiff;
import org.preclaim.release.diff.FileDiff.NotCompared;
import org.preclaim.release.diff.FileDiff.OfRules;
import org.preclaim.release.diff.FileDiff.OfWorkbook;
import org.preclaim.release.diff.ReleaseDiff;
import org.preclaim.release.diff.ReleaseDiff.Pin;
import org.preclaim.release.diff.RuleChange;
import org.preclaim.release.diff.RuleChange.LineChange;
import org.preclaim.table.diff.CellChange;
import org.preclaim.table.diff.CellChange.Content;
import org.preclaim.table.diff.CellChange.Manner;
import org.preclaim.table.diff.Change;
import org.preclaim.table.diff.EntryChange;

/** A diff in words and lines, for people. */
public final class DiffText {

  private final StringBuilder page = new StringBuilder();

  private DiffText() {}

  /** The diff, with a line feed at its end. */
  public static String of(ReleaseDiff diff) {
    DiffText text = new DiffText();
    diff.pins().forEach(text::pin);
    diff.files().forEach(text::file);
    if (!text.page.isEmpty()) {
      text.line("");
    }
    text.line(DiffCount.sentence(diff));
    return text.page.toString();
  }

  private void pin(Pin pin) {
    line(pin.what());
    side("  - ", pin.before());
    side("  + ", pin.after());
  }

  private void file(FileDiff file) {
    line(file.path() + (file.change() == Change.CHANGED ? "" : " " + file.change().word()));
    if (!file.differs()) {
      line("  no cell or rule differs, only what nobody reads, such as widths and colours");
    } else if (file instanceof OfWorkbook workbook) {
      workbook.diff().changes().forEach(this::entry);
      problems("before", workbook.diff().problemsBefore());
      problems("after", workbook.diff().problemsAfter());
    } else if (file instanceof OfRules rules) {
      rules.rules().forEach(this::rule);
    } else if (file instanceof NotCompared not) {
      line("  " + not.problem().code() + " " + not.problem().message());
    }
  }

  private void problems(String when, List<Problem> problems) {
    problems.forEach(
        problem ->
            line(
                "  problem only "
                    + when
                    + ": "
                    + problem.place()
                    + ": "
                    + problem.code()
                    + " "
                    + problem.message()));
  }

  private void entry(EntryChange entry) {
    String table = entry.table().isEmpty() ? "" : " of table " + entry.table();
    String key = entry.key().isEmpty() ? "without name" : entry.key();
    line(
        "  "
            + entry.kind().word()
            + " "
            + key
            + table
            + " "
            + entry.change().word()
            + ", "
            + moved(entry.before(), entry.after()));
    entry.cells().forEach(this::cell);
  }

  private void cell(CellChange cell) {
    Content before = cell.before();
    Content after = cell.after();
    String where =
        moved(before == null ? null : before.cell(), after == null ? null : after.cell());
    line("    " + cell.label() + ", " + where + manner(cell.manner()));
    if (cell.itemsRemoved().isEmpty() && cell.itemsAdded().isEmpty()) {
      side("      - ", before == null ? null : before.text());
      side("      + ", after == null ? null : after.text());
    } else {
      cell.itemsRemoved().forEach(item -> side("      - ", item));
      cell.itemsAdded().forEach(item -> side("      + ", item));
    }
  }

  private static String manner(Manner manner) {
    return switch (manner) {
      case VALUE -> "";
      case WRITING -> ": the same, written otherwise";
      case BLANKS -> ": only blanks or line breaks";
    };
  }

  private void rule(RuleChange rule) {
    String name = rule.name().isEmpty() ? "outside of rules" : "rule \"" + rule.name() + "\"";
    line("  " + name + " " + rule.change().word() + ": code");
    for (LineChange change : rule.lines()) {
      Integer before = change.before();
      Integer after = change.after();
      line("    " + (before == null ? "+ " + after : "- " + before) + ": " + change.text());
    }
  }

  private void side(String sign, @Nullable String text) {
    if (text != null) {
      line(sign + "`" + text + "`");
    }
  }

  /** One place, or both where they are not the same. */
  static String moved(@Nullable String before, @Nullable String after) {
    if (before == null || after == null || before.equals(after)) {
      return after == null ? String.valueOf(before) : after;
    }
    return before + " -> " + after;
  }

  private void line(String text) {
    page.append(VisibleText.of(text)).append('\n');
  }
}
