package org.preclaim.table;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Vocabulary;

/** The sheet that says what a workbook is for: a label and a value in each row. */
final class AboutSheet {

  static final String NAME = "About";
  private static final List<String> LABELS =
      List.of("Purpose", "Owner", "Last reviewed", "Citations", "Required", "Needs");

  private final Grid grid;
  private final Report report;
  private final Map<String, Integer> rows = new HashMap<>();

  AboutSheet(Grid grid, Report report) {
    this.grid = grid;
    this.report = report;
  }

  About read() {
    grid.rows().keySet().forEach(this::label);
    return new About(
        required("Purpose"),
        required("Owner"),
        date(required("Last reviewed")),
        required("Citations"),
        yesOrNo(required("Required")),
        needs(value("Needs")));
  }

  private void label(int row) {
    String label = grid.text(row, 0);
    if (!LABELS.contains(label)) {
      String help =
          Vocabulary.nearest(new TreeSet<>(LABELS), label)
              .map(near -> "did you mean `" + near + "`?")
              .orElse("expected one of `" + String.join("`, `", LABELS) + "`");
      problem(row, 0, "the label `" + label + "` is unknown", help);
    } else if (rows.putIfAbsent(label, row) != null) {
      problem(row, 0, "the label `" + label + "` stands twice; expected it once", null);
    }
    for (int column : grid.cells(row).tailMap(2).keySet()) {
      problem(row, column, "`" + grid.text(row, column) + "` stands beside the value", null);
    }
  }

  private String value(String label) {
    Integer row = rows.get(label);
    return row == null ? "" : grid.text(row, 1);
  }

  private String required(String label) {
    String value = value(label);
    if (value.isEmpty()) {
      report.sheet(
          TableFault.ABOUT,
          grid.name(),
          "`" + label + "` has no value; expected one in column B",
          null);
    }
    return value;
  }

  private @Nullable LocalDate date(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException malformed) {
      value("Last reviewed", "`" + text + "` is not a date; expected the form `2025-01-31`", null);
      return null;
    }
  }

  private boolean yesOrNo(String text) {
    if (!text.isEmpty() && !text.equals("yes") && !text.equals("no")) {
      value("Required", "`" + text + "` does not say it; expected `yes` or `no`", null);
    }
    return text.equals("yes");
  }

  private Set<Need> needs(String text) {
    Set<Need> needs = EnumSet.noneOf(Need.class);
    for (String word : Items.of(text)) {
      if (!add(needs, word)) {
        Set<String> known = new TreeSet<>();
        for (Need need : Need.values()) {
          known.add(need.word());
        }
        value(
            "Needs",
            "`" + word + "` is not something that can be needed",
            "expected one of `" + String.join("`, `", known) + "`");
      }
    }
    return needs;
  }

  private static boolean add(Set<Need> needs, String word) {
    for (Need need : Need.values()) {
      if (need.word().equals(word)) {
        needs.add(need);
        return true;
      }
    }
    return false;
  }

  private void value(String label, String message, @Nullable String help) {
    problem(rows.getOrDefault(label, 0), 1, message, help);
  }

  private void problem(int row, int column, String message, @Nullable String help) {
    report.cell(TableFault.ABOUT, grid.name(), row, column, message, help);
  }
}
