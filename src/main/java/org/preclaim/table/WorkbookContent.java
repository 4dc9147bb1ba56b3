package org.preclaim.table;

import java.util.List;
import java.util.Map;
import org.preclaim.problem.Problem;

/**
 * All that the cells of a workbook say, in the order in which people read them. Every cell that is
 * not blank is in it, whatever sheet it stands on and whether or not anything reads it, so that two
 * workbooks with equal content have no cell that differs.
 *
 * @param sections from the first sheet to the last, each from top to bottom
 * @param problems what is wrong with the form of the file: for instance a number where text is
 *     expected, which would look like the text
 */
public record WorkbookContent(List<Section> sections, List<Problem> problems) {

  /** No workbook at all. */
  public static final WorkbookContent NONE = new WorkbookContent(List.of(), List.of());

  /** Copies the lists. */
  public WorkbookContent {
    sections = List.copyOf(sections);
    problems = List.copyOf(problems);
  }

  /**
   * The content of a file; none, and why, where it cannot be read.
   *
   * @param file shown in problems
   * @param bytes the whole file
   */
  public static WorkbookContent of(String file, byte[] bytes) {
    Report report = new Report(file);
    Map<String, Grid> sheets = new WorkbookFile(report).sheets(bytes);
    CellText text = new CellText(report);
    sheets.values().forEach(text::check);
    List<Section> sections =
        sheets.values().stream().flatMap(sheet -> SheetContent.of(sheet).stream()).toList();
    return new WorkbookContent(sections, report.problems());
  }

  /** What the entries of a section are. */
  public enum Kind {
    /** Cells above the first policy table, for instance {@code Import}. */
    PROPERTY("property"),
    /** Columns of a policy table, and its name: the code that policies fill in. */
    COLUMN("column"),
    /** Policies of one table. */
    POLICY("policy"),
    /** Scenarios. */
    SCENARIO("scenario"),
    /** Statements of the sheet {@code About}. */
    ABOUT("about"),
    /** Words of the vocabulary. */
    WORD("word"),
    /** Payer profiles. */
    PAYER("payer"),
    /** Cells that nothing reads. */
    CELL("cell");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The word in reports. */
    public String word() {
      return word;
    }

    /** Whether a change of it is one of code, which engineers make. */
    public boolean isCode() {
      return this == PROPERTY || this == COLUMN;
    }
  }

  /**
   * Entries of one kind that stand together.
   *
   * @param sheet the sheet's name
   * @param name of the policy table; empty where it is none
   * @param entries from top to bottom
   */
  public record Section(Kind kind, String sheet, String name, List<Entry> entries) {

    /** Copies the list. */
    public Section {
      entries = List.copyOf(entries);
    }
  }

  /**
   * A thing with a name of its own, wherever it stands.
   *
   * @param key what names it: a policy id, a scenario's name, a label; empty where it has none
   * @param address of its first cell, for instance {@code A9}
   * @param cells those that are not blank, from left to right, without the key's
   */
  public record Entry(String key, String address, List<LabelledCell> cells) {

    /** Copies the list. */
    public Entry {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell that is not blank.
   *
   * @param label what people read above or before it
   * @param address for instance {@code B9}
   * @param text as it stands in the file, with blanks around it
   * @param kind what the text is
   */
  public record LabelledCell(String label, String address, String text, CellKind kind) {}
}
