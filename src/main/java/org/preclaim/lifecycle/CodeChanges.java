package org.preclaim.lifecycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyRelease;
import org.preclaim.release.RuleFile;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;

/**
 * What a draft changes that is code: rules, and the cells of workbooks above the rows of policies.
 * The other cells (rows, scenarios, the page about the family, words and payers) are data.
 */
final class CodeChanges {

  private static final String WHOSE = ", which is an engineer's to change";

  private final List<Problem> problems = new ArrayList<>();

  private CodeChanges() {}

  /** Each of them with its file or cell; none where only data was changed. */
  static List<Problem> between(PolicyRelease base, PolicyRelease draft) {
    CodeChanges changes = new CodeChanges();
    Map<String, Family> before = byName(base);
    Map<String, Family> after = byName(draft);
    SortedSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      Family old = before.get(name);
      Family now = after.get(name);
      changes.rules(old == null ? null : old.rules(), now == null ? null : now.rules());
      changes.workbooks(old == null ? null : old.workbook(), now == null ? null : now.workbook());
    }
    return changes.problems;
  }

  private static Map<String, Family> byName(PolicyRelease release) {
    Map<String, Family> byName = new TreeMap<>();
    release.families().forEach(family -> byName.put(family.name(), family));
    return byName;
  }

  private void rules(@Nullable RuleFile old, @Nullable RuleFile now) {
    if (!Objects.equals(old, now)) {
      RuleFile named = now == null ? Objects.requireNonNull(old, "one of both") : now;
      add(new Place.TextPosition(named.path(), 1, 1), "the file", old, now);
    }
  }

  private void workbooks(@Nullable Workbook old, @Nullable Workbook now) {
    if (old == null || now == null) {
      if (old != null || now != null) {
        Workbook named = now == null ? Objects.requireNonNull(old, "one of both") : now;
        add(new Place.Cell(named.file(), null, null), "the workbook", old, now);
      }
      return;
    }
    cells(now.file(), "Policies", 0, cells(old.properties(), 0), cells(now.properties(), 0));
    int tables = Math.max(old.tables().size(), now.tables().size());
    for (int index = 0; index < tables; index++) {
      PolicyTable before = index < old.tables().size() ? old.tables().get(index) : null;
      PolicyTable after = index < now.tables().size() ? now.tables().get(index) : null;
      PolicyTable named = after == null ? Objects.requireNonNull(before, "one of both") : after;
      cells(now.file(), named.sheet(), named.row(), headed(before), headed(after));
    }
  }

  /** A cell's place within its block: a table moves down when rows are added above it. */
  private record Spot(int row, int column) {}

  private static Map<Spot, SheetCell> headed(@Nullable PolicyTable table) {
    return table == null ? Map.of() : cells(table.header(), table.row());
  }

  private static Map<Spot, SheetCell> cells(List<SheetCell> cells, int from) {
    Map<Spot, SheetCell> bySpot = new LinkedHashMap<>();
    cells.forEach(cell -> bySpot.put(new Spot(cell.row() - from, cell.column()), cell));
    return bySpot;
  }

  private void cells(
      String file, String sheet, int from, Map<Spot, SheetCell> old, Map<Spot, SheetCell> now) {
    Map<Spot, SheetCell> all = new LinkedHashMap<>(old);
    all.putAll(now);
    for (Spot spot : all.keySet()) {
      SheetCell before = old.get(spot);
      SheetCell after = now.get(spot);
      if (!isSame(before, after)) {
        String cell = SheetCell.address(from + spot.row(), spot.column());
        add(new Place.Cell(file, sheet, cell), "the header cell", before, after);
      }
    }
  }

  private static boolean isSame(@Nullable SheetCell old, @Nullable SheetCell now) {
    return old != null
        && now != null
        && old.text().equals(now.text())
        && old.mergedFrom() == now.mergedFrom();
  }

  private void add(Place place, String what, @Nullable Object old, @Nullable Object now) {
    String did = old == null ? " was added" : now == null ? " was removed" : " was changed";
    problems.add(LifecycleProblemCode.ENGINEER.problem(place, what + did + WHOSE));
  }
}
