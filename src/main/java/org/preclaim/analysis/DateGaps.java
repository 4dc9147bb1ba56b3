package org.preclaim.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preclaim.analysis.NumberSet.Span;

/** Finds days that rows with the same conditions leave uncovered between them. */
final class DateGaps {

  private DateGaps() {}

  /**
   * Days without a row.
   *
   * @param variable the date that rows compare
   * @param before the last row that ends where the days begin
   * @param after the first row that begins where they end
   * @param all rows with these conditions
   * @param from the first day that no row covers
   * @param until the first day that a row covers again
   */
  record Gap(
      Variable variable,
      RowJudged before,
      RowJudged after,
      List<RowJudged> all,
      LocalDate from,
      LocalDate until) {}

  /** The gaps between {@code rows}, each of which can fire. */
  static List<Gap> of(List<RowJudged> rows) {
    Set<Variable> dates = new LinkedHashSet<>();
    for (RowJudged row : rows) {
      row.conditions().values().keySet().stream()
          .filter(Variable::isServiceDate)
          .forEach(dates::add);
    }
    List<Gap> gaps = new ArrayList<>();
    for (Variable date : dates) {
      groups(rows, date).forEach(group -> add(group, date, gaps));
    }
    return gaps;
  }

  /** Rows whose conditions, but for the date, accept the same. */
  private static List<List<RowJudged>> groups(List<RowJudged> rows, Variable date) {
    Map<Object, List<List<RowJudged>>> byValues = new LinkedHashMap<>();
    for (RowJudged row : rows) {
      Conditions dateless = dateless(row, date);
      List<Object> key = List.of(dateless.facts(), dateless.values(), row.actions());
      List<List<RowJudged>> groups = byValues.computeIfAbsent(key, none -> new ArrayList<>());
      Optional<List<RowJudged>> equal =
          groups.stream().filter(group -> areEqual(dateless, group.get(0), date)).findFirst();
      equal.orElseGet(() -> add(groups)).add(row);
    }
    return byValues.values().stream().flatMap(List::stream).toList();
  }

  private static List<RowJudged> add(List<List<RowJudged>> groups) {
    List<RowJudged> group = new ArrayList<>();
    groups.add(group);
    return group;
  }

  private static boolean areEqual(Conditions dateless, RowJudged other, Variable date) {
    Conditions otherDateless = dateless(other, date);
    return dateless.imply(otherDateless) && otherDateless.imply(dateless);
  }

  private static Conditions dateless(RowJudged row, Variable date) {
    return row.conditions().with(date, Optional.empty());
  }

  private static NumberSet days(RowJudged row, Variable date) {
    return row.conditions().values().get(date) instanceof NumberSet days ? days : NumberSet.ALL;
  }

  private static void add(List<RowJudged> group, Variable date, List<Gap> gaps) {
    NumberSet covered = new NumberSet(List.of());
    for (RowJudged row : group) {
      covered = covered.or(days(row, date));
    }
    for (int index = 1; index < covered.spans().size(); index++) {
      NumberSet.Cut from = covered.spans().get(index - 1).to();
      NumberSet.Cut until = covered.spans().get(index).from();
      RowJudged before = last(group.stream().filter(row -> ends(days(row, date), from)).toList());
      RowJudged after =
          group.stream().filter(row -> begins(days(row, date), until)).findFirst().orElseThrow();
      if (!before.equals(after)) {
        gaps.add(new Gap(date, before, after, List.copyOf(group), day(from), day(until)));
      }
    }
  }

  private static RowJudged last(List<RowJudged> rows) {
    return rows.get(rows.size() - 1);
  }

  private static boolean ends(NumberSet days, NumberSet.Cut cut) {
    return days.spans().stream().map(Span::to).anyMatch(cut::equals);
  }

  private static boolean begins(NumberSet days, NumberSet.Cut cut) {
    return days.spans().stream().map(Span::from).anyMatch(cut::equals);
  }

  private static LocalDate day(NumberSet.Cut cut) {
    return LocalDate.ofEpochDay(cut.value().longValueExact());
  }
}
