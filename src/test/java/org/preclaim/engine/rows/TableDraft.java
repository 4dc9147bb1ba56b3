package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preclaim.table.About;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;

/**
 * A policy table under construction, as the model that a reader makes of a file. Neighbouring
 * columns of one object type are merged.
 */
public final class TableDraft {

  private static final String SHEET = "Policies";
  private static final List<String> IMPORTS =
      List.of("BilledLine", "Performed", "DeniedLine", "Flag", "Proposal", "CodeSelected");

  private final String name;
  private final List<Column.Type> types = new ArrayList<>(List.of(Column.Type.NAME));
  private final List<String> objectTypes = new ArrayList<>(List.of(""));
  private final List<String> snippets = new ArrayList<>(List.of(""));
  private final List<List<String>> rows = new ArrayList<>();

  /** A table with the column of ids, which is filled by itself. */
  public TableDraft(String name) {
    this.name = name;
  }

  /** Adds a condition column. */
  public TableDraft condition(String objectType, String snippet) {
    return column(Column.Type.CONDITION, objectType, snippet);
  }

  /** Adds an action column. */
  public TableDraft action(String snippet) {
    return column(Column.Type.ACTION, "", snippet);
  }

  /** Adds any column. */
  public TableDraft column(Column.Type type, String objectType, String snippet) {
    types.add(type);
    objectTypes.add(objectType);
    snippets.add(snippet);
    return this;
  }

  /** Adds a row: a text for each column but the id's, blank ones empty. */
  public TableDraft row(String... cells) {
    rows.add(Arrays.asList(cells));
    return this;
  }

  /** The workbook of these tables. */
  public static Workbook workbook(String family, List<TableDraft> tables) {
    return workbook(family, List.of(), tables);
  }

  /** The workbook of these tables, with cells of its own among the properties. */
  public static Workbook workbook(String family, List<SheetCell> more, List<TableDraft> tables) {
    List<SheetCell> properties = new ArrayList<>();
    property(properties, "RuleSet", "preclaim." + family.replace('-', '_'));
    IMPORTS.forEach(type -> property(properties, "Import", "org.preclaim.engine.language." + type));
    property(properties, "Import", "java.util.List");
    properties.addAll(more);
    List<PolicyTable> built = new ArrayList<>();
    int row = 20;
    for (TableDraft table : tables) {
      built.add(table.at(row, built.size()));
      row += PolicyTable.HEADER_ROWS + table.rows.size() + 1;
    }
    About about = new About("", "", null, "", true, new TreeSet<>());
    return new Workbook(
        "decision-tables/" + family + ".xlsx", family, properties, built, about, List.of());
  }

  private static void property(List<SheetCell> properties, String name, String value) {
    int row = properties.size() / 2;
    properties.add(new SheetCell(row, 0, name));
    properties.add(new SheetCell(row, 1, value));
  }

  private PolicyTable at(int row, int number) {
    List<Column> columns = new ArrayList<>();
    List<SheetCell> header = new ArrayList<>(List.of(new SheetCell(row, 0, "RuleTable " + name)));
    for (int index = 0; index < types.size(); index++) {
      header.add(new SheetCell(row + 1, index, types.get(index).name()));
      columns.add(column(index));
    }
    for (Column column : columns) {
      String objectType = column.objectType();
      if (objectType != null) {
        int merged = isMerged(column) ? column.patternStart() : SheetCell.NOT_MERGED;
        header.add(new SheetCell(row + 2, column.index(), objectType, merged));
      }
    }
    for (Column column : columns) {
      if (!column.snippet().isEmpty()) {
        header.add(new SheetCell(row + 3, column.index(), column.snippet()));
      }
    }
    columns.forEach(column -> header.add(new SheetCell(row + 4, column.index(), "label")));
    List<PolicyRow> policies = new ArrayList<>();
    for (List<String> cells : rows) {
      int at = row + PolicyTable.HEADER_ROWS + policies.size();
      policies.add(policy("T" + number + "-" + (at + 1), at, cells));
    }
    return new PolicyTable(SHEET, name, row, header, columns, policies);
  }

  private boolean isMerged(Column column) {
    int next = column.index() + 1;
    boolean more = next < types.size() && startOf(next) == column.patternStart();
    return column.patternStart() < column.index() || more;
  }

  private Column column(int index) {
    @Nullable String objectType = objectTypes.get(index).isEmpty() ? null : objectTypes.get(index);
    return new Column(
        index, types.get(index), objectType, startOf(index), snippets.get(index), "label");
  }

  private int startOf(int index) {
    int start = index;
    while (start > 0
        && !objectTypes.get(index).isEmpty()
        && objectTypes.get(start - 1).equals(objectTypes.get(index))
        && types.get(start - 1) == types.get(index)) {
      start--;
    }
    return start;
  }

  private static PolicyRow policy(String id, int row, List<String> cells) {
    SortedMap<Integer, String> filled = new TreeMap<>();
    filled.put(0, id);
    for (int index = 0; index < cells.size(); index++) {
      if (!cells.get(index).isBlank()) {
        filled.put(index + 1, cells.get(index));
      }
    }
    return new PolicyRow(id, SHEET, row, 0, filled, new TreeMap<>());
  }
}
