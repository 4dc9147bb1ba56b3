package org.preclaim.exercise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.exercise.Change.Kind;
import org.preclaim.table.CellMeaning;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;

/** The small changes that the cells of a table's conditions and actions are given. */
final class Changes {

  private static final Pattern NUMBERED = Pattern.compile("(.*?)([0-9]{1,9})([A-Z]?)");
  private static final List<String> SEVERITIES = List.of("deny", "risk", "info");

  private final Vocabulary vocabulary;
  private final SortedMap<Integer, CellMeaning> meanings = new TreeMap<>();
  private final SortedMap<Integer, SortedSet<String>> words = new TreeMap<>();
  private final Set<Integer> lists = new TreeSet<>();
  private final List<Column> columns;

  Changes(PolicyTable table, Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.columns = table.columns().stream().filter(Changes::decides).toList();
    for (Column column : columns) {
      meanings.put(column.index(), CellMeaning.of(column));
      if (CellMeaning.takesList(column)) {
        lists.add(column.index());
      }
      SortedSet<String> said = new TreeSet<>();
      table.rows().forEach(row -> said.addAll(items(column, row.cell(column).orElse(""))));
      words.put(column.index(), said);
    }
  }

  /** Whether cells of a column decide something: the others are words for people. */
  private static boolean decides(Column column) {
    return switch (column.type()) {
      case CONDITION, ACTION -> true;
      case NAME, DESCRIPTION, METADATA, PRIORITY -> false;
    };
  }

  /** The columns whose cells are changed. */
  List<Column> columns() {
    return columns;
  }

  /** The changes of a cell; none where it is blank. */
  List<Change> of(PolicyRow row, Column column) {
    String text = row.cell(column).orElse("");
    if (text.isBlank()) {
      return List.of();
    }
    List<Change> changes = new ArrayList<>();
    List<String> items = items(column, text);
    if (items.size() > 1) {
      for (int index = 0; index < items.size(); index++) {
        changes.add(Change.without(items.get(index), without(items, index)));
      }
    } else {
      changes.addAll(others(column, items.get(0)));
    }
    changes.add(Change.cleared());
    return changes;
  }

  private List<String> items(Column column, String text) {
    return lists.contains(column.index())
        ? Arrays.stream(text.split(",")).map(String::strip).filter(item -> !item.isEmpty()).toList()
        : Stream.of(text).filter(item -> !item.isEmpty()).toList();
  }

  private static String without(List<String> items, int index) {
    List<String> rest = new ArrayList<>(items);
    rest.remove(index);
    return String.join(", ", rest);
  }

  private List<Change> others(Column column, String item) {
    CellMeaning meaning = meanings.get(column.index());
    if (meaning instanceof CellMeaning.Words known) {
      return word(vocabulary.words(known.list()), item);
    } else if (meaning instanceof CellMeaning.Severity) {
      return SEVERITIES.stream()
          .filter(severity -> !severity.equals(item))
          .map(severity -> Change.of(Kind.SEVERITY, item, severity))
          .toList();
    } else if (isDay(meaning)) {
      LocalDate day = LocalDate.parse(item);
      return Stream.of(day.minusDays(1), day.plusDays(1))
          .map(other -> Change.of(Kind.DATE, item, other.toString()))
          .toList();
    } else if (item.equals("true") || item.equals("false")) {
      return List.of(Change.of(Kind.ANSWER, item, item.equals("true") ? "false" : "true"));
    }
    boolean code = meaning instanceof CellMeaning.Codes || meaning instanceof CellMeaning.Diagnoses;
    List<Change> near = numbered(code ? Kind.CODE : Kind.NUMBER, item);
    return near.isEmpty() ? word(words.getOrDefault(column.index(), new TreeSet<>()), item) : near;
  }

  private static boolean isDay(CellMeaning meaning) {
    return meaning instanceof CellMeaning.From
        || meaning instanceof CellMeaning.Until
        || meaning instanceof CellMeaning.Day;
  }

  /** The word that follows in the alphabet, the first after the last. */
  private static List<Change> word(Set<String> words, String item) {
    SortedSet<String> all = new TreeSet<>(words);
    all.remove(item);
    if (all.isEmpty()) {
      return List.of();
    }
    SortedSet<String> after = new TreeSet<>(all).tailSet(item);
    return List.of(Change.of(Kind.WORD, item, after.isEmpty() ? all.first() : after.first()));
  }

  /** The numbers beside the one that a text ends with, with as many digits. */
  private static List<Change> numbered(Kind kind, String item) {
    Matcher parts = NUMBERED.matcher(item);
    if (!parts.matches()) {
      return List.of();
    }
    int number = Integer.parseInt(parts.group(2));
    List<Change> changes = new ArrayList<>();
    for (int other : List.of(number - 1, number + 1)) {
      String digits = Integer.toString(other);
      int missing = parts.group(2).length() - digits.length();
      if (other >= 0 && missing >= 0) {
        String near = parts.group(1) + "0".repeat(missing) + digits + parts.group(3);
        changes.add(Change.of(kind, item, near));
      }
    }
    return changes;
  }
}
