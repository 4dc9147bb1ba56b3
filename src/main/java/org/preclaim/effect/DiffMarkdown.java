package org.preclaim.effect;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Problem;
import org.preclaim.release.diff.FileDiff;
import org.preclaim.release.diff.FileDiff.NotCompared;
import org.preclaim.release.diff.FileDiff.OfRules;
import org.preclaim.release.diff.FileDiff.OfWorkbook;
import org.preclaim.release.diff.ReleaseDiff;
import org.preclaim.release.diff.RuleChange;
import org.preclaim.release.diff.RuleChange.LineChange;
import org.preclaim.table.diff.CellChange;
import org.preclaim.table.diff.CellChange.Content;
import org.preclaim.table.diff.CellChange.Manner;
import org.preclaim.table.diff.Change;
import org.preclaim.table.diff.EntryChange;

/**
 * A diff as Markdown, for the comment of a pull request. What stands in cells and rules is quoted
 * so that none of it becomes markup, a link or a mention.
 */
public final class DiffMarkdown {

  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|~^$:.-]");

  private final StringBuilder page = new StringBuilder();

  private DiffMarkdown() {}

  /** The diff, with a line feed at its end. */
  public static String of(ReleaseDiff diff) {
    DiffMarkdown markdown = new DiffMarkdown();
    markdown.line("**Policies: " + DiffCount.sentence(diff) + "**");
    if (!diff.pins().isEmpty()) {
      markdown.line("");
      markdown.row("what", "before", "after");
      markdown.row("---", "---", "---");
      diff.pins()
          .forEach(
              pin -> markdown.row(quoted(pin.what()), quoted(pin.before()), quoted(pin.after())));
    }
    diff.files().forEach(markdown::file);
    return markdown.page.toString();
  }

  private void file(FileDiff file) {
    line("");
    String change = file.change() == Change.CHANGED ? "" : " (" + file.change().word() + ")";
    line("### " + quoted(file.path()) + change);
    line("");
    if (!file.differs()) {
      line("No cell or rule differs, only what nobody reads, such as widths and colours.");
    } else if (file instanceof OfWorkbook workbook) {
      if (!workbook.diff().changes().isEmpty()) {
        row("entry", "column", "cell", "before", "after");
        row("---", "---", "---", "---", "---");
        workbook.diff().changes().forEach(this::entry);
      }
      problems("before", workbook.diff().problemsBefore());
      problems("after", workbook.diff().problemsAfter());
    } else if (file instanceof OfRules rules) {
      rules.rules().forEach(this::rule);
    } else if (file instanceof NotCompared not) {
      line("Cannot be compared: " + quoted(not.problem().toString()));
    }
  }

  private void entry(EntryChange entry) {
    String code = entry.kind().isCode() ? " (code)" : "";
    String change = entry.change() == Change.CHANGED ? "" : " " + entry.change().word();
    String name = entry.kind().word() + " " + quoted(entry.key()) + change + code;
    if (entry.cells().isEmpty()) {
      row(name, "", quoted(DiffText.moved(entry.before(), entry.after())), "", "");
    }
    for (CellChange cell : entry.cells()) {
      Content before = cell.before();
      Content after = cell.after();
      String where =
          DiffText.moved(
              before == null ? null : before.cell(), after == null ? null : after.cell());
      row(
          name,
          quoted(cell.label()) + manner(cell.manner()),
          quoted(where),
          side(before, cell, cell.itemsRemoved()),
          side(after, cell, cell.itemsAdded()));
    }
  }

  /** Of a list, only what is gone or new: the rest is the same on both sides. */
  private static String side(@Nullable Content content, CellChange cell, List<String> items) {
    if (cell.itemsRemoved().isEmpty() && cell.itemsAdded().isEmpty()) {
      return quoted(content == null ? null : content.text());
    }
    return items.stream().map(DiffMarkdown::quoted).collect(Collectors.joining("<br>"));
  }

  private static String manner(Manner manner) {
    return switch (manner) {
      case VALUE -> "";
      case WRITING -> " (written otherwise)";
      case BLANKS -> " (blanks)";
    };
  }

  private void rule(RuleChange rule) {
    String name = rule.name().isEmpty() ? "outside of rules" : "rule " + quoted(rule.name());
    line(name + " " + rule.change().word() + " (code)");
    line("");
    String fence = fence(rule);
    line(fence + "diff");
    for (LineChange change : rule.lines()) {
      line((change.before() == null ? "+" : "-") + VisibleText.of(change.text()));
    }
    line(fence);
    line("");
  }

  /** Longer than any run of back quotes inside. */
  private static String fence(RuleChange rule) {
    String fence = "```";
    while (contains(rule, fence)) {
      fence += "`";
    }
    return fence;
  }

  private static boolean contains(RuleChange rule, String fence) {
    return rule.lines().stream().anyMatch(line -> line.text().contains(fence));
  }

  private void problems(String when, List<Problem> problems) {
    for (Problem problem : problems) {
      line("");
      line(
          "Problem only "
              + when
              + ": "
              + quoted(problem.place() + ": " + problem.code() + " " + problem.message()));
    }
  }

  private void row(String... cells) {
    line("| " + String.join(" | ", cells) + " |");
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private static String quoted(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String plain =
        VisibleText.of(text)
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("@", "&#64;");
    return SPECIAL.matcher(plain).replaceAll("\\\\$0").replace("&\\#64;", "&#64;");
  }
}
