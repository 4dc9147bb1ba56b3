package org.preclaim.analysis;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** The columns of {@code row} whose code or text is not understood. */
  List<Column> unread(PolicyRow row) {
    return filled(row).stream().filter(column -> read(column, row).isEmpty()).toList();
  }

  /** What {@code row} accepts. What is not understood is said of the encounter as it is written. */
  Conditions conditions(PolicyRow row) {
    return conditions(row, filled(row));
  }

  /** What {@code row} would accept if it filled no condition columns but {@code columns}. */
  Conditions conditions(PolicyRow row, List<Column> columns) {
    Conditions all = Conditions.NONE;
    SortedSet<Integer> facts = new TreeSet<>();
    for (Column column : columns) {
      all = all.and(read(column, row).orElseGet(() -> unread(column, row)));
      facts.add(patterns.numberOf(column));
    }
    facts.remove(0);
    return new Conditions(facts, all.values(), all.clauses());
  }

  private static Conditions unread(Column column, PolicyRow row) {
    String text = column.index() + ": " + row.cell(column).orElse("").strip();
    return PartConditions.clauses(
        List.of(Clause.anyOf(List.of(new Atom(0, Atom.Says.UNREAD, text)))));
  }

  private Optional<Conditions> read(Column column, PolicyRow row) {
    String text = row.cell(column).orElse("").strip();
    List<Part> read = parts.get(column.index());
    if (read == null || text.chars().anyMatch(sign -> SIGNS.indexOf(sign) >= 0)) {
      return Optional.empty();
    }
    Conditions all = Conditions.NONE;
    try {
      for (Part part : read) {
        all = all.and(PartConditions.of(part, words(part.source(), text)));
      }
    } catch (IllegalArgumentException | DateTimeException noValue) {
      return Optional.empty();
    }
    return Optional.of(all);
  }

  private static List<String> words(Part.Source source, String text) {
    if (source instanceof Part.Fixed fixed) {
      return List.of(fixed.word());
    } else if (source instanceof Part.Cell) {
      return List.of(text);
    }
    List<String> items =
        Arrays.stream(text.split(",")).map(String::strip).filter(item -> !item.isEmpty()).toList();
    if (source instanceof Part.Item item) {
      if (item.index() >= items.size()) {
        throw new IllegalArgumentException("the cell has no part " + (item.index() + 1));
      }
      return List.of(Objects.requireNonNull(items.get(item.index())));
    }
    return items;
  }
}
