package org.preclaim.handwritten;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.Workbook;

/**
 * The cells of one row by the labels above them. A blank list is empty, a blank text too.
 *
 * @param id the policy id
 * @param textByLabel the cells that are filled
 */
record Cells(String id, Map<String, String> textByLabel) {

  /**
   * The rows of a family's tables.
   *
   * @param known the labels of all its columns that decide anything: one that is not among them
   *     would be left out of the Java version without a word
   */
  static List<Cells> of(PolicyRelease release, String family, Set<String> known) {
    Workbook workbook =
        release.families().stream()
            .filter(each -> each.name().equals(family))
            .map(each -> Objects.requireNonNull(each.workbook(), family))
            .findFirst()
            .orElseThrow();
    List<Cells> rows = new ArrayList<>();
    for (PolicyTable table : workbook.tables()) {
      List<Column> deciding = table.columns().stream().filter(Cells::decides).toList();
      Set<String> labels = deciding.stream().map(Column::label).collect(Collectors.toSet());
      if (!labels.equals(known)) {
        throw new IllegalStateException(
            family + " has the columns " + labels + ", the Java version knows " + known);
      }
      table.rows().forEach(row -> rows.add(of(row, deciding)));
    }
    return rows;
  }

  private static boolean decides(Column column) {
    return switch (column.type()) {
      case CONDITION, ACTION, PRIORITY -> true;
      case NAME, DESCRIPTION, METADATA -> false;
    };
  }

  private static Cells of(PolicyRow row, List<Column> columns) {
    Map<String, String> texts = new HashMap<>();
    columns.forEach(
        column -> row.cell(column).ifPresent(text -> texts.put(column.label(), text.strip())));
    return new Cells(row.id(), texts);
  }

  /** Rows by each of the words in the cell {@code label}. */
  static <R> Map<String, List<R>> index(List<Cells> rows, String label, Function<Cells, R> read) {
    Map<String, List<R>> index = new HashMap<>();
    for (Cells cells : rows) {
      R row = read.apply(cells);
      cells.list(label).forEach(key -> index.computeIfAbsent(key, k -> new ArrayList<>()).add(row));
    }
    return index;
  }

  String text(String label) {
    return textByLabel.getOrDefault(label, "");
  }

  List<String> list(String label) {
    return Arrays.stream(text(label).split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  Set<String> set(String label) {
    return Set.copyOf(list(label));
  }

  /** The days from {@code Effective from} until the day before {@code Effective until}. */
  Days days() {
    String from = text("Effective from");
    String until = text("Effective until");
    return new Days(
        from.isEmpty() ? LocalDate.MIN : LocalDate.parse(from),
        until.isEmpty() ? LocalDate.MAX : LocalDate.parse(until));
  }

  /**
   * Days in effect.
   *
   * @param from the first
   * @param until the first after
   */
  record Days(LocalDate from, LocalDate until) {

    boolean hold(LocalDate day) {
      return !day.isBefore(from) && day.isBefore(until);
    }
  }
}
