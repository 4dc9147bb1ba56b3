package org.preclaim.effect;

import java.util.List;
import org.preclaim.problem.Problem;
import org.preclaim.table.WorkbookContent;
import org.preclaim.table.WorkbookContent.Entry;
import org.preclaim.table.WorkbookContent.LabelledCell;
import org.preclaim.table.WorkbookContent.Section;

/**
 * A workbook as lines of text for tools that compare lines, such as git: one line for each line of
 * each cell, which names the entry and the column, so that it can be read without those around it.
 * Addresses are left out, since a row that moved says the same.
 */
public final class WorkbookLines {

  private final StringBuilder page = new StringBuilder();

  private WorkbookLines() {}

  /** The content, with a line feed at its end; empty where there is none. */
  public static String of(WorkbookContent content) {
    WorkbookLines lines = new WorkbookLines();
    content.sections().forEach(lines::section);
    lines.problems(content.problems());
    return lines.page.toString();
  }

  private void section(Section section) {
    if (section.entries().isEmpty()) {
      return;
    }
    line("=== " + section.sheet() + ", " + heading(section));
    for (Entry entry : section.entries()) {
      if (section.kind() != WorkbookContent.Kind.CELL) {
        line("");
      }
      String key = entry.key().isEmpty() ? "(no name)" : entry.key();
      if (entry.cells().isEmpty()) {
        line(key);
      }
      entry.cells().forEach(cell -> cell(key, cell));
    }
    line("");
  }

  private static String heading(Section section) {
    return switch (section.kind()) {
      case PROPERTY -> "properties";
      case COLUMN -> "columns of table " + section.name();
      case POLICY -> "policies of table " + section.name();
      case SCENARIO -> "scenarios";
      case ABOUT -> "statements";
      case WORD -> "words";
      case PAYER -> "payers";
      case CELL -> section.name().isEmpty() ? "other cells" : section.name();
    };
  }

  private void cell(String key, LabelledCell cell) {
    String text = cell.text();
    // Blanks around it would not show at the end of a line.
    String shown = text.equals(text.strip()) ? text : "`" + text + "`";
    VisibleText.lines(shown).forEach(each -> line(key + " | " + cell.label() + ": " + each));
  }

  private void problems(List<Problem> problems) {
    if (!problems.isEmpty()) {
      line("=== problems");
      problems.forEach(
          problem -> line(problem.place() + ": " + problem.code() + " " + problem.message()));
    }
  }

  private void line(String text) {
    page.append(VisibleText.of(text)).append('\n');
  }
}
