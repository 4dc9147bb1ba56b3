package org.preclaim.analysis;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;

/** A table's header as far as it is understood, and through it what its rows accept. */
final class TableModel {

  /** With one of these in a cell, how Drools reads it depends on more than the cell. */
  private static final String SIGNS = "\"'\\()[]{}";

  private final PolicyTable table;
  private final Patterns patterns;
  private final List<Column> conditions = new ArrayList<>();
  private final Map<Integer, List<Part>> parts = new LinkedHashMap<>();

  TableModel(PolicyTable table) {
    this.table = table;
    this.patterns = new Patterns(table.columns());
    ColumnReader reader = new ColumnReader(patterns);
    for (Column column : table.columns()) {
      if (column.type() == Column.Type.CONDITION) {
        conditions.add(column);
        reader.read(column).ifPresent(read -> parts.put(column.index(), read));
      }
    }
  }

  PolicyTable table() {
    return table;
  }

  Patterns patterns() {
    return patterns;
  }

  /** The condition columns that {@code row} fills. */
  List<Column> filled(PolicyRow row) {
    return conditions.stream().filter(column -> row.cell(column).isPresent()).toList();
  }

  /** The columns whose code is not understood. */
  List<Column> unread() {
    return conditions.stream().filter(column -> !parts.containsKey(column.index())).toList();
  }

  /**
   * A row as it is understood.
   *
   * @param conditions what it accepts; what is not understood is said of the encounter as it is
   *     written
   * @param unread its columns whose code or text is not understood
   */
  record Reading(Conditions conditions, List<Column> unread) {}

  /** What {@code row} accepts. */
  Reading read(PolicyRow row) {
    return read(row, filled(row));
  }

  /** What {@code row} would accept if it filled no condition columns but {@code columns}. */
  Reading read(PolicyRow row, List<Column> columns) {
    List<Conditions> all = new ArrayList<>(columns.size() + 1);
    List<Column> unread = new ArrayList<>(0);
    SortedSet<Integer> facts = new TreeSet<>();
    for (Column column : columns) {
      Optional<Conditions> conditions = read(column, row);
      if (conditions.isEmpty()) {
        unread.add(column);
      }
      all.add(conditions.orElseGet(() -> unread(column, row)));
      facts.add(patterns.numberOf(column));
    }
    facts.remove(0);
    all.add(new Conditions(facts, Map.of(), List.of()));
    return new Reading(Conditions.allOf(all), List.copyOf(unread));
  }

  private static Conditions unread(Column column, PolicyRow row) {
    String text = column.index() + ": " + row.cell(column).orElse("").strip();
    return PartConditions.clauses(
        List.of(Clause.anyOf(List.of(new Atom(0, Atom.Says.UNREAD, text)))));
  }

  private Optional<Conditions> read(Column column, PolicyRow row) {
    String text = row.cell(column).orElse("").strip();
    List<Part> read = parts.get(column.index());
    if (read == null) {
      return Optional.empty();
    }
    List<Conditions> all = new ArrayList<>(read.size());
    try {
      for (Part part : read) {
        all.add(PartConditions.of(part, words(part.source(), text)));
      }
    } catch (IllegalArgumentException | DateTimeException noValue) {
      return Optional.empty();
    }
    return Optional.of(all.size() == 1 ? all.get(0) : Conditions.allOf(all));
  }

  /** Throws {@link IllegalArgumentException} where the text is more than such words. */
  private static List<String> words(Part.Source source, String text) {
    if (source instanceof Part.Fixed fixed) {
      return List.of(fixed.word());
    } else if (source instanceof Part.Quoted) {
      return items(text).stream().map(TableModel::unquoted).toList();
    } else if (text.chars().anyMatch(sign -> SIGNS.indexOf(sign) >= 0)) {
      throw new IllegalArgumentException("a sign that means something");
    } else if (source instanceof Part.Cell) {
      return List.of(text);
    } else if (source instanceof Part.Whole) {
      return List.of(Integer.toString(Integer.parseInt(text)));
    } else if (source instanceof Part.Item item) {
      List<String> items = items(text);
      if (item.index() >= items.size()) {
        throw new IllegalArgumentException("the cell has no part " + (item.index() + 1));
      }
      return List.of(items.get(item.index()));
    }
    return items(text);
  }

  private static List<String> items(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  private static String unquoted(String item) {
    boolean quoted = item.length() > 1 && item.startsWith("\"") && item.endsWith("\"");
    String inner = quoted ? item.substring(1, item.length() - 1) : "\"";
    if (inner.chars().anyMatch(sign -> SIGNS.indexOf(sign) >= 0)) {
      throw new IllegalArgumentException("no text in quotes");
    }
    return inner;
  }
}
