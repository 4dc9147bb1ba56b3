package org.preclaim.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.preclaim.encounter.Vocabulary;

/**
 * A sheet with labels in its first row and one thing in each row below. Columns are found by label,
 * so that people may order them as they like.
 */
final class Listing {

  private final Grid grid;
  private final Map<String, Integer> columns = new HashMap<>();

  /**
   * A row below the labels.
   *
   * @param listing the sheet
   * @param number from 0
   */
  record Row(Listing listing, int number) {
    /**
     * The text under {@code label}; empty where the cell is blank or the sheet has no such column.
     */
    String text(String label) {
      Integer column = listing.columns.get(label);
      return column == null ? "" : listing.grid.text(number, column);
    }

    /** The column of {@code label}; the first one where the sheet has none. */
    int column(String label) {
      return listing.columns.getOrDefault(label, 0);
    }
  }

  /** Finds the columns; a missing required label and an unknown one are reported. */
  Listing(Grid grid, Report report, List<String> required, List<String> optional) {
    this.grid = grid;
    Set<String> known = new TreeSet<>(required);
    known.addAll(optional);
    grid.cells(0)
        .forEach(
            (column, cell) -> {
              String label = cell.text();
              if (!known.contains(label)) {
                unknown(report, column, label, known);
              } else if (columns.putIfAbsent(label, column) != null) {
                report.cell(
                    TableFault.LABEL,
                    grid.name(),
                    0,
                    column,
                    "the label `" + label + "` stands twice; expected it once",
                    null);
              }
            });
    for (String label : required) {
      if (!columns.containsKey(label)) {
        report.sheet(
            TableFault.LABEL,
            grid.name(),
            "the first row has no label `" + label + "`; expected it there",
            null);
      }
    }
  }

  private void unknown(Report report, int column, String label, Set<String> known) {
    String help =
        Vocabulary.nearest(known, label)
            .map(near -> "did you mean `" + near + "`?")
            .orElse("expected one of `" + String.join("`, `", known) + "`");
    report.cell(
        TableFault.LABEL, grid.name(), 0, column, "the label `" + label + "` is unknown", help);
  }

  String sheet() {
    return grid.name();
  }

  /** The labels that it knows, from left to right. */
  List<String> labels() {
    return columns.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Whether the sheet has a column with this label. */
  boolean has(String label) {
    return columns.containsKey(label);
  }

  /** The rows below the labels from top to bottom; blank rows are left out. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    grid.rows().tailMap(1).keySet().forEach(number -> rows.add(new Row(this, number)));
    return rows;
  }
}
