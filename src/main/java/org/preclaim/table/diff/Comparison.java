package org.preclaim.table.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.table.CellKind;
import org.preclaim.table.WorkbookContent;
import org.preclaim.table.WorkbookContent.Kind;
import org.preclaim.table.WorkbookContent.LabelledCell;
import org.preclaim.table.diff.Pairs.Pair;

/** Two workbooks on their way to what differs. */
final class Comparison {

  private final WorkbookContent before;
  private final WorkbookContent after;

  /** New names of tables, and of the columns of each, by their old ones. */
  private final Map<String, String> tables = new HashMap<>();

  private final Map<String, Map<String, String>> labels = new HashMap<>();

  Comparison(WorkbookContent before, WorkbookContent after) {
    this.before = before;
    this.after = after;
    matchTables();
  }

  /** A table under another name is known by its place among those without a namesake. */
  private void matchTables() {
    Set<String> old = names(before);
    Set<String> now = names(after);
    List<String> gone = old.stream().filter(name -> !now.contains(name)).toList();
    List<String> come = now.stream().filter(name -> !old.contains(name)).toList();
    for (int index = 0; index < Math.min(gone.size(), come.size()); index++) {
      tables.put(gone.get(index), come.get(index));
    }
  }

  private static Set<String> names(WorkbookContent content) {
    Set<String> names = new LinkedHashSet<>();
    Located.of(content, Kind.COLUMN).forEach(column -> names.add(column.table()));
    return names;
  }

  List<EntryChange> changes() {
    List<EntryChange> changes = new ArrayList<>();
    // Columns come before policies: they tell under which labels the policies' cells stand.
    for (Kind kind : Kind.values()) {
      changes.addAll(changes(kind));
    }
    return changes;
  }

  private List<EntryChange> changes(Kind kind) {
    List<Located> old = Located.of(before, kind).stream().map(this::underNewNames).toList();
    List<Located> now = Located.of(after, kind);
    Pairs pairs =
        new Pairs(old, now).by(entry -> entry.identity() + entry.texts()).by(Located::identity);
    if (kind == Kind.COLUMN) {
      pairs.by(Located::code);
      pairs.inOrder().forEach(this::noteLabel);
    }
    List<EntryChange> changes = new ArrayList<>();
    for (Pair pair : pairs.inOrder()) {
      List<CellChange> cells = cells(pair);
      if (pair.before() == null || pair.after() == null || !cells.isEmpty()) {
        changes.add(change(kind, pair, cells));
      }
    }
    if (kind == Kind.COLUMN && !isAscending(pairs.order())) {
      changes.add(order(old, now));
    }
    return changes;
  }

  private Located underNewNames(Located entry) {
    String table = tables.getOrDefault(entry.table(), entry.table());
    return entry.section().kind() == Kind.POLICY
        ? entry.relabelled(labels.getOrDefault(table, Map.of())).inTable(table)
        : entry.inTable(table);
  }

  private void noteLabel(Pair pair) {
    if (pair.before() != null && pair.after() != null) {
      labels
          .computeIfAbsent(pair.after().table(), table -> new HashMap<>())
          .put(pair.before().entry().key(), pair.after().entry().key());
    }
  }

  private static boolean isAscending(List<Integer> order) {
    return order.equals(order.stream().sorted().toList());
  }

  /** The order of columns is the order in which a policy's conditions are asked. */
  private static EntryChange order(List<Located> old, List<Located> now) {
    Located first = now.get(0);
    return new EntryChange(
        Kind.COLUMN,
        "order of columns",
        first.table(),
        Change.CHANGED,
        old.get(0).place(),
        first.place(),
        CellChange.between("columns", keys(old), keys(now)).stream().toList());
  }

  private static LabelledCell keys(List<Located> columns) {
    String text =
        columns.stream().map(column -> column.entry().key()).collect(Collectors.joining(" | "));
    return new LabelledCell("columns", columns.get(0).entry().address(), text, CellKind.TEXT);
  }

  private static EntryChange change(Kind kind, Pair pair, List<CellChange> cells) {
    Located old = pair.before();
    Located now = pair.after();
    Change change = old == null ? Change.ADDED : now == null ? Change.REMOVED : Change.CHANGED;
    Located named = now == null && old != null ? old : now;
    return new EntryChange(
        kind,
        named == null ? "" : named.entry().key(),
        named == null || kind != Kind.COLUMN ? "" : named.table(),
        change,
        old == null ? null : old.place(),
        now == null ? null : now.place(),
        cells);
  }

  private static List<CellChange> cells(Pair pair) {
    Map<String, LabelledCell> old = byLabel(pair.before());
    Map<String, LabelledCell> now = byLabel(pair.after());
    Set<String> all = new LinkedHashSet<>(now.keySet());
    all.addAll(old.keySet());
    List<CellChange> changes = new ArrayList<>();
    for (String label : all) {
      CellChange.between(label, old.get(label), now.get(label)).ifPresent(changes::add);
    }
    table(pair).ifPresent(changes::add);
    return changes;
  }

  private static Map<String, LabelledCell> byLabel(@Nullable Located located) {
    Map<String, LabelledCell> cells = new LinkedHashMap<>();
    if (located != null) {
      located.entry().cells().forEach(cell -> cells.put(cell.label(), cell));
    }
    return cells;
  }

  /** A policy below another header means something else, even where each of its cells stayed. */
  private static Optional<CellChange> table(Pair pair) {
    Located old = pair.before();
    Located now = pair.after();
    if (old == null || now == null || old.table().equals(now.table())) {
      return Optional.empty();
    }
    return CellChange.between("(policy table)", tableOf(old), tableOf(now));
  }

  private static LabelledCell tableOf(Located entry) {
    return new LabelledCell("", entry.entry().address(), entry.table(), CellKind.TEXT);
  }
}
