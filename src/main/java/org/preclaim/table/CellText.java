package org.preclaim.table;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is checked of every cell's text: characters that look like others, blanks around it, and, in
 * policies, what would mean something to Drools.
 */
final class CellText {

  /** Metadata that may have several lines. */
  private static final Set<String> MANY_LINES = Set.of("remedies", "citation");

  private static final String BLANK = "write a plain blank instead";
  private static final String QUOTE = "write a straight quote instead";

  /** What looks like something else, with what to do; all others below are caught by class. */
  private static final Map<Integer, String> LOOK_ALIKES =
      Map.of(
          0x2018,
          QUOTE,
          0x2019,
          QUOTE,
          0x201A,
          QUOTE,
          0x201C,
          QUOTE,
          0x201D,
          QUOTE,
          0x201E,
          QUOTE,
          0x2011,
          "write a plain hyphen instead",
          0xFFFD,
          "type the character again");

  private static final Pattern ODD =
      Pattern.compile(
          "[\u2018\u2019\u201A\u201C\u201D\u201E\u2011\uFFFD]|[\\p{Zs}\\p{Zl}\\p{Zp}&&[^"
              + " ]]|[\\p{Cf}\\p{Cc}\\p{Co}\\p{Cn}\\p{Cs}&&[^\\t\\r"
              + "\\n"
              + "]]");

  private final Report report;

  CellText(Report report) {
    this.report = report;
  }

  /** Checks each cell of a sheet for characters and blanks that people cannot see. */
  void check(Grid grid) {
    grid.rows()
        .forEach(
            (row, found) ->
                found.cells().forEach((column, cell) -> check(grid.name(), row, column, cell)));
  }

  private void check(String sheet, int row, int column, Grid.Cell cell) {
    if (cell.isMerged() && (cell.mergedFrom() != column || cell.mergedAcrossRows())) {
      return;
    }
    Matcher odd = ODD.matcher(cell.raw());
    if (odd.find()) {
      int character = cell.raw().codePointAt(odd.start());
      report.cell(
          TableFault.ODD_CHARACTER,
          sheet,
          row,
          column,
          String.format(
              Locale.ROOT,
              "the cell holds U+%04X (%s) as its character %d",
              character,
              nameOf(character),
              odd.start() + 1),
          LOOK_ALIKES.getOrDefault(
              character, Character.isSpaceChar(character) ? BLANK : "delete it"));
    }
    String blanks = StrayBlanks.around(cell.raw());
    if (!blanks.isEmpty()) {
      report.cell(
          TableFault.STRAY_BLANK, sheet, row, column, "`" + cell.text() + "` has " + blanks, null);
    }
  }

  private static String nameOf(int character) {
    String name = Character.getName(character);
    return name == null ? "no character" : name.toLowerCase(Locale.ROOT);
  }

  /** Checks the text of a policy's cell for what Drools would not take as plain text. */
  void checkPolicy(String sheet, int row, Column column, String text) {
    boolean oneLine =
        switch (column.type()) {
          case CONDITION, NAME, PRIORITY, ACTION -> true;
          case METADATA -> column.metadataName().filter(MANY_LINES::contains).isEmpty();
          case DESCRIPTION -> false;
        };
    if (oneLine && (text.contains("\n") || text.contains("\r"))) {
      report.cell(
          TableFault.LINE_BREAK,
          sheet,
          row,
          column.index(),
          "the cell holds a line break; expected a single line",
          "separate the items of a list with commas");
    }
    String unsafe = unsafe(text);
    if (!unsafe.isEmpty()) {
      report.cell(
          TableFault.UNSAFE_TEXT,
          sheet,
          row,
          column.index(),
          unsafe,
          "say it without that character");
    }
  }

  private static String unsafe(String text) {
    if (text.startsWith("\"")) {
      return "`" + text + "` begins with a double quote, where Drools stops protecting quotes";
    }
    if (text.contains("\\")) {
      return "`" + text + "` holds a backslash, which Drools takes as part of a character";
    }
    return text.contains("*/") ? "`" + text + "` holds `*/`, which ends a comment for Drools" : "";
  }
}
