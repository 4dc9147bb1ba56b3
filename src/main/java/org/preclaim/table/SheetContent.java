package org.preclaim.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.preclaim.table.WorkbookContent.Entry;
import org.preclaim.table.WorkbookContent.Kind;
import org.preclaim.table.WorkbookContent.LabelledCell;
import org.preclaim.table.WorkbookContent.Section;

/** One sheet cut into sections. A cell that no section takes comes last, by its address. */
final class SheetContent {

  private static final int KEY_COLUMN = 0;
  private static final String VALUE = "Value";

  private final Grid grid;
  private final Set<String> taken = new HashSet<>();
  private final List<Section> sections = new ArrayList<>();

  private SheetContent(Grid grid) {
    this.grid = grid;
  }

  static List<Section> of(Grid grid) {
    SheetContent content = new SheetContent(grid);
    switch (grid.name()) {
      case PoliciesSheet.NAME -> content.policies();
      case ScenariosSheet.NAME -> content.listing(Kind.SCENARIO, List.of("Scenario"));
      case "Vocabulary" -> content.listing(Kind.WORD, List.of("List", "Word"));
      case PayersSheet.NAME -> content.listing(Kind.PAYER, List.of("Payer"));
      case AboutSheet.NAME -> content.statements(Kind.ABOUT, grid.lastRow());
      default -> {
        // Nothing reads such a sheet; its cells are told all the same.
      }
    }
    content.rest();
    return content.sections;
  }

  private void policies() {
    // What is wrong with the sheet is not asked here: what cannot be cut is taken cell by cell.
    PoliciesSheet sheet = new PoliciesSheet(grid, new Report(""));
    sheet.read("");
    List<PolicyTable> tables = sheet.tables();
    sheet.properties().stream()
        .mapToInt(SheetCell::row)
        .max()
        .ifPresent(last -> statements(Kind.PROPERTY, last));
    for (PolicyTable table : tables) {
      Map<Integer, String> labels = labels(table);
      sections.add(new Section(Kind.COLUMN, grid.name(), table.name(), columns(table, labels)));
      sections.add(new Section(Kind.POLICY, grid.name(), table.name(), rows(table, labels)));
    }
  }

  /** The labels of a table's columns, each once. */
  private static Map<Integer, String> labels(PolicyTable table) {
    Map<Integer, String> labels = new HashMap<>();
    Set<String> given = new HashSet<>();
    for (Column column : table.columns()) {
      String name = column.label().isEmpty() ? columnName(column.index()) : column.label();
      labels.put(column.index(), once(name, given));
    }
    return labels;
  }

  private static String once(String name, Set<String> given) {
    String free = name;
    for (int number = 2; !given.add(free); number++) {
      free = name + " (" + number + ")";
    }
    return free;
  }

  private static String columnName(int column) {
    return "column " + CellReference.convertNumToColString(column);
  }

  private List<Entry> columns(PolicyTable table, Map<Integer, String> labels) {
    List<Entry> entries = new ArrayList<>();
    int start = table.row();
    LabelledCell tag = take(start, 0, "RuleTable", CellKind.TEXT);
    entries.add(new Entry("RuleTable", SheetCell.address(start, 0), List.of(tag)));
    for (Column column : table.columns()) {
      int at = column.index();
      List<LabelledCell> cells = new ArrayList<>();
      add(cells, start + 1, at, "type", CellKind.TEXT);
      add(cells, start + 2, at, "object type", CellKind.TEXT);
      add(cells, start + 3, at, "snippet", CellKind.TEXT);
      add(cells, start + 4, at, "label", CellKind.TEXT);
      entries.add(new Entry(labels.getOrDefault(at, ""), SheetCell.address(start + 1, at), cells));
    }
    return entries;
  }

  private List<Entry> rows(PolicyTable table, Map<Integer, String> labels) {
    Map<Integer, CellKind> kinds = new HashMap<>();
    table.columns().forEach(column -> kinds.put(column.index(), CellKind.of(column)));
    List<Entry> entries = new ArrayList<>();
    for (PolicyRow policy : table.rows()) {
      List<LabelledCell> cells = new ArrayList<>();
      for (int column : grid.cells(policy.row()).keySet()) {
        if (column == policy.idColumn()) {
          cells.addAll(key(policy.row(), column, labels.getOrDefault(column, "")));
        } else {
          String label = labels.getOrDefault(column, columnName(column));
          CellKind kind = kinds.getOrDefault(column, CellKind.TEXT);
          cells.add(take(policy.row(), column, label, kind));
        }
      }
      cells.addAll(hidden(policy.row(), policy.idColumn()));
      String address = SheetCell.address(policy.row(), policy.idColumn());
      entries.add(new Entry(policy.id(), address, cells));
    }
    return entries;
  }

  /** A label and its value in each row; what stands without a label is left for the rest. */
  private void statements(Kind kind, int last) {
    List<Entry> entries = new ArrayList<>();
    for (int row : grid.rows().headMap(last + 1).keySet()) {
      String key = grid.text(row, KEY_COLUMN);
      if (!key.isEmpty()) {
        List<LabelledCell> cells = new ArrayList<>(key(row, KEY_COLUMN, "Label"));
        Set<String> given = new HashSet<>();
        for (int column : grid.cells(row).tailMap(KEY_COLUMN + 1).keySet()) {
          cells.add(take(row, column, once(VALUE, given), CellKind.below(key)));
        }
        entries.add(new Entry(key, SheetCell.address(row, KEY_COLUMN), cells));
      }
    }
    sections.add(new Section(kind, grid.name(), "", entries));
  }

  /** Labels in the first row, and an entry in each row below. */
  private void listing(Kind kind, List<String> keys) {
    Map<Integer, String> labels = new HashMap<>();
    Set<String> given = new HashSet<>();
    List<Entry> heading = new ArrayList<>();
    for (int column : grid.cells(0).keySet()) {
      String label = once(grid.text(0, column), given);
      labels.put(column, label);
      take(0, column, label, CellKind.TEXT);
      heading.add(new Entry(label, SheetCell.address(0, column), List.of()));
    }
    sections.add(new Section(Kind.CELL, grid.name(), "labels", heading));
    List<Entry> entries = new ArrayList<>();
    for (int row : grid.rows().tailMap(1).keySet()) {
      entries.add(listed(row, labels, keys));
    }
    sections.add(new Section(kind, grid.name(), "", entries));
  }

  private Entry listed(int row, Map<Integer, String> labels, List<String> keys) {
    List<LabelledCell> cells = new ArrayList<>();
    List<String> names = new ArrayList<>();
    SortedMap<Integer, Grid.Cell> found = grid.cells(row);
    for (int column : found.keySet()) {
      String label = labels.getOrDefault(column, columnName(column));
      if (keys.contains(label)) {
        names.add(grid.text(row, column));
        cells.addAll(key(row, column, label));
      } else {
        cells.add(take(row, column, label, CellKind.below(label)));
      }
    }
    cells.addAll(hidden(row, found.firstKey()));
    return new Entry(String.join(" ", names), SheetCell.address(row, found.firstKey()), cells);
  }

  /** A row that people do not see says so. */
  private List<LabelledCell> hidden(int row, int column) {
    Grid.Row found = grid.rows().get(row);
    return found == null || !found.hidden()
        ? List.of()
        : List.of(
            new LabelledCell("(row)", SheetCell.address(row, column), "hidden", CellKind.TEXT));
  }

  /** The cell of a key is left out, unless it has blanks around it that the key does not show. */
  private List<LabelledCell> key(int row, int column, String label) {
    LabelledCell cell = take(row, column, label, CellKind.TEXT);
    return cell.text().equals(grid.text(row, column)) ? List.of() : List.of(cell);
  }

  private void add(List<LabelledCell> to, int row, int column, String label, CellKind kind) {
    if (grid.cell(row, column) != null) {
      to.add(take(row, column, label, kind));
    }
  }

  private LabelledCell take(int row, int column, String label, CellKind kind) {
    String address = SheetCell.address(row, column);
    taken.add(address);
    Grid.@Nullable Cell cell = grid.cell(row, column);
    return new LabelledCell(label, address, cell == null ? "" : cell.raw(), kind);
  }

  private void rest() {
    List<Entry> entries = new ArrayList<>();
    grid.rows()
        .forEach(
            (row, found) ->
                found
                    .cells()
                    .forEach(
                        (column, cell) -> {
                          String address = SheetCell.address(row, column);
                          if (!taken.contains(address)) {
                            LabelledCell left =
                                new LabelledCell(VALUE, address, cell.raw(), CellKind.TEXT);
                            entries.add(new Entry(address, address, List.of(left)));
                          }
                        }));
    if (!entries.isEmpty()) {
      sections.add(new Section(Kind.CELL, grid.name(), "", entries));
    }
  }
}
