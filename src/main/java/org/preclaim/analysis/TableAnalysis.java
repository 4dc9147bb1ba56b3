package org.preclaim.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Encounter;
import org.preclaim.problem.Place;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.SheetCell;

/** Analyses the rows of tables that have one header, and lets the engine prove what is found. */
final class TableAnalysis {

  /** How many rows a message names. */
  private static final int NAMED_MAX = 5;

  private final String file;
  private final TableModel model;
  private final Witnesses witnesses;
  private final Actions actions;
  private final Set<Integer> unread;
  private final List<RowFinding> findings = new ArrayList<>();

  /**
   * @param file the workbook's path
   */
  TableAnalysis(String file, TableModel model, Witnesses witnesses) {
    this.file = file;
    this.model = model;
    this.witnesses = witnesses;
    this.actions = new Actions(model.table());
    this.unread =
        model.unread().stream().map(Column::index).collect(Collectors.toUnmodifiableSet());
  }

  /** What is to be said of {@code rows}. */
  List<RowFinding> findings(List<PolicyRow> rows) {
    List<RowJudged> firing = new ArrayList<>(rows.size());
    for (PolicyRow row : rows) {
      TableModel.Reading reading = model.read(row);
      reading.unread().forEach(column -> unread(row, column));
      if (reading.conditions().canHold()) {
        firing.add(
            new RowJudged(
                row,
                reading.conditions(),
                actions.stated(row),
                actions.filled(row),
                reading.unread().isEmpty()));
      } else {
        never(row);
      }
    }
    RowPairs pairs = new RowPairs(firing, actions);
    pairs.pairs().forEach(this::pair);
    pairs.unions().forEach(this::union);
    undecided(pairs.undecided());
    DateGaps.of(firing).forEach(this::gap);
    return List.copyOf(findings);
  }

  /** Tells of a cell that is not understood where its column is; that is told once. */
  private void unread(PolicyRow row, Column column) {
    if (!unread.contains(column.index())) {
      String text = row.cell(column).orElse("");
      findings.add(
          new RowFinding(
              AnalysisCode.NOT_ANALYSED,
              new Place.Cell(file, row.sheet(), row.address(column)),
              List.of(row.id()),
              "`" + text + "` is not understood: rows are compared in it by their text",
              null,
              false));
    }
  }

  private void never(PolicyRow row) {
    String cells =
        Witnesses.conflict(model, row).stream()
            .map(column -> row.address(column) + " `" + row.cell(column).orElse("") + "`")
            .collect(Collectors.joining(" and "));
    Encounter near = encounter(Witnesses.nearest(model, row), row.id());
    add(
        AnalysisCode.NEVER,
        row,
        List.of(),
        "`" + row.id() + "` can never fire: no encounter meets " + cells,
        near,
        fired -> !fired.contains(row.id()),
        true);
  }

  private void pair(RowPairs.Pair pair) {
    PolicyRow row = pair.row().row();
    PolicyRow other = pair.other().row();
    String name = name(pair.other());
    String message =
        switch (pair.code()) {
          case DUPLICATE -> "`" + row.id() + "` accepts and states the same as " + name;
          case SUBSUMED ->
              "`" + row.id() + "` adds nothing: wherever it fires " + name + " states the same";
          case SHADOWED ->
              "`"
                  + row.id()
                  + "` says `"
                  + pair.row().stated().severity()
                  + "` where the wider "
                  + name
                  + " always says `"
                  + pair.other().stated().severity()
                  + "` too";
          case CONTRADICTION ->
              "`" + row.id() + "` and " + name + " contradict each other: " + pair.why();
          case NEVER, GAP, NOT_ANALYSED -> throw new IllegalStateException("no pair: " + pair);
        };
    Encounter both = encounter(pair.row().conditions().and(pair.other().conditions()), row.id());
    Set<String> ids = Set.of(row.id(), other.id());
    boolean understood = pair.row().understood() && pair.other().understood();
    // Whether conditions that are not understood meet is for the engine to say.
    boolean certain = understood || pair.code() != AnalysisCode.CONTRADICTION;
    add(
        pair.code(),
        row,
        List.of(other.id()),
        message,
        both,
        fired -> fired.containsAll(ids),
        certain);
  }

  private static String name(RowJudged row) {
    return "`" + row.row().id() + "` (" + row.row().place() + ")";
  }

  private static String names(List<RowJudged> rows) {
    int more = rows.size() - NAMED_MAX;
    return rows.stream().limit(NAMED_MAX).map(TableAnalysis::name).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private void union(RowPairs.Union union) {
    PolicyRow row = union.row().row();
    List<String> ids = union.others().stream().map(other -> other.row().id()).toList();
    String names = names(union.others());
    String message =
        union.code() == AnalysisCode.SUBSUMED
            ? "`"
                + row.id()
                + "` adds nothing: wherever it fires one of "
                + names
                + " states the same"
            : "`"
                + row.id()
                + "` says `"
                + union.row().stated().severity()
                + "` where one of "
                + names
                + " always states the same too, with this or another severity";
    Conditions one = union.others().get(0).conditions();
    add(
        union.code(),
        row,
        ids,
        message,
        encounter(union.row().conditions().and(one), row.id()),
        fired -> fired.contains(row.id()) && ids.stream().anyMatch(fired::contains),
        true);
  }

  /** Tells once that the bound was met, so that nobody takes silence for an answer. */
  private void undecided(List<RowJudged> rows) {
    if (!rows.isEmpty()) {
      findings.add(
          new RowFinding(
              AnalysisCode.NOT_ANALYSED,
              place(rows.get(0).row()),
              rows.stream().map(row -> row.row().id()).toList(),
              "not decided whether several rows together repeat "
                  + names(rows)
                  + ": that takes too long; no single row does",
              null,
              false));
    }
  }

  private void gap(DateGaps.Gap gap) {
    PolicyRow before = gap.before().row();
    PolicyRow after = gap.after().row();
    String message =
        "`"
            + before.id()
            + "` ends and `"
            + after.id()
            + "` ("
            + after.place()
            + ") begins for the same conditions: from "
            + gap.from()
            + " to "
            + gap.until().minusDays(1)
            + " there is no policy";
    Encounter inside = on(gap, gap.from());
    boolean covered =
        fires(on(gap, gap.from().minusDays(1)), before) && fires(on(gap, gap.until()), after);
    Set<String> all =
        gap.all().stream().map(row -> row.row().id()).collect(Collectors.toUnmodifiableSet());
    add(
        AnalysisCode.GAP,
        after,
        List.of(before.id()),
        message,
        inside,
        fired -> covered && fired.stream().noneMatch(all::contains),
        true);
  }

  private @Nullable Encounter on(DateGaps.Gap gap, LocalDate day) {
    BigDecimal number = BigDecimal.valueOf(day.toEpochDay());
    NumberSet only = NumberSet.of(NumberSet.Comparison.EQUAL, number, true);
    Conditions conditions = gap.after().conditions().with(gap.variable(), Optional.of(only));
    return encounter(conditions, gap.after().row().id());
  }

  private boolean fires(@Nullable Encounter encounter, PolicyRow row) {
    return encounter != null && witnesses.fired(encounter).contains(row.id());
  }

  private @Nullable Encounter encounter(Conditions conditions, String id) {
    return witnesses.encounter(model, conditions, id).orElse(null);
  }

  /**
   * Adds a finding.
   *
   * @param proof what the engine must fire for it
   * @param certain whether it is to be told where the engine does not
   */
  private void add(
      AnalysisCode code,
      PolicyRow row,
      List<String> others,
      String message,
      @Nullable Encounter witness,
      Predicate<Set<String>> proof,
      boolean certain) {
    boolean proven = witness != null && proof.test(witnesses.fired(witness));
    if (proven || certain) {
      List<String> policies = new ArrayList<>(List.of(row.id()));
      policies.addAll(others);
      findings.add(new RowFinding(code, place(row), policies, message, witness, proven));
    }
  }

  private Place.Cell place(PolicyRow row) {
    return new Place.Cell(file, row.sheet(), SheetCell.address(row.row(), row.idColumn()));
  }
}
