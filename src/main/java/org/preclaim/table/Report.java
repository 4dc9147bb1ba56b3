package org.preclaim.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/** Collects the problems of one workbook; a later look at the same file never hides an earlier. */
final class Report {

  /** The sheets in the order in which people read them; others come after these. */
  private static final List<String> SHEETS =
      List.of("Policies", "Scenarios", "About", "Vocabulary", "Payers");

  /** More would help nobody, and a hostile file could have millions. */
  private static final int MOST = 1_000;

  /** What a cell holds that is no text; whatever its shown form lacks comes of that. */
  private static final Set<TableFault> OF_NO_TEXT =
      EnumSet.of(TableFault.FORMULA, TableFault.NUMBER, TableFault.NOT_TEXT);

  /** What is wrong with where a cell stands, whatever it holds. */
  private static final Set<TableFault> OF_THE_PLACE =
      EnumSet.of(
          TableFault.MERGED_CELLS,
          TableFault.HIDDEN_ROW,
          TableFault.NO_HEADING,
          TableFault.STRAY_CELL);

  private static final Comparator<Entry> READING_ORDER =
      Comparator.comparingInt(Entry::sheetOrder)
          .thenComparing(Entry::sheet)
          .thenComparingInt(Entry::row)
          .thenComparingInt(Entry::column);

  private final String file;
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Place> withoutText = new HashSet<>();
  private int dropped;

  Report(String file) {
    this.file = file;
  }

  /** One that knows what an earlier look at the file has {@code told} already. */
  Report(String file, List<Problem> told) {
    this(file);
    Set<String> codes = OF_NO_TEXT.stream().map(TableFault::code).collect(Collectors.toSet());
    told.stream()
        .filter(each -> codes.contains(each.code()))
        .map(Problem::place)
        .forEach(withoutText::add);
  }

  String file() {
    return file;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** A problem of the file as a whole. */
  void file(TableFault fault, String message, @Nullable String help) {
    add("", -1, -1, new Problem(new Place.Cell(file, null, null), fault.code(), message, help));
  }

  /** A problem of a sheet as a whole. */
  void sheet(TableFault fault, String sheet, String message, @Nullable String help) {
    add(sheet, -1, -1, new Problem(new Place.Cell(file, sheet, null), fault.code(), message, help));
  }

  /**
   * A problem of one cell; row and column from 0. Of a cell that holds no text only that is told,
   * and what is wrong with where it stands.
   */
  void cell(
      TableFault fault, String sheet, int row, int column, String message, @Nullable String help) {
    Place place = new Place.Cell(file, sheet, SheetCell.address(row, column));
    if (withoutText.contains(place) && !OF_THE_PLACE.contains(fault)) {
      return;
    }
    if (OF_NO_TEXT.contains(fault)) {
      withoutText.add(place);
    }
    add(sheet, row, column, new Problem(place, fault.code(), message, help));
  }

  private void add(String sheet, int row, int column, Problem problem) {
    if (entries.size() >= MOST) {
      dropped++;
      return;
    }
    int known = SHEETS.indexOf(sheet);
    int order = sheet.isEmpty() ? -1 : known < 0 ? SHEETS.size() : known;
    entries.add(new Entry(order, sheet, row, column, problem));
  }

  /** All problems by sheet, row and column; the last one says how many more there are, if any. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    entries.stream().sorted(READING_ORDER).map(Entry::problem).forEach(problems::add);
    if (dropped > 0) {
      problems.add(
          new Problem(
              new Place.Cell(file, null, null),
              TableFault.TOO_LARGE.code(),
              "the workbook has " + dropped + " more problems, which are not shown"));
    }
    return problems;
  }

  private record Entry(int sheetOrder, String sheet, int row, int column, Problem problem) {}
}
