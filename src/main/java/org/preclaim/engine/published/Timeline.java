package org.preclaim.engine.published;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.engine.budget.Budget;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.Vintage;

/**
 * The vintages of one dataset along the days of an encounter. It remembers which vintages answered,
 * and which days none covers.
 */
final class Timeline<T> {

  /** Days that one text names: a claim of many days does not fill the answer with them. */
  private static final int DAYS_NAMED = 5;

  /**
   * Days for which one table answers.
   *
   * @param from first day
   * @param to last day
   * @param table the table
   * @param vintage its release
   */
  record Stretch<T>(LocalDate from, LocalDate to, T table, Vintage vintage) {}

  private final String words;
  private final List<LocalDate> starts;
  private final Function<LocalDate, @Nullable T> tables;
  private final Function<T, Vintage> vintages;
  private final SortedMap<LocalDate, Vintage> answered = new TreeMap<>();
  private final NavigableMap<LocalDate, LocalDate> uncovered = new TreeMap<>();
  private final Budget budget;

  /**
   * @param budget what look-ups are charged to
   * @param dataset which dataset
   * @param loaded all vintages that are loaded, of any dataset
   * @param tables the table for a day
   * @param vintages the vintage of a table
   */
  Timeline(
      Budget budget,
      Dataset dataset,
      List<Vintage> loaded,
      Function<LocalDate, @Nullable T> tables,
      Function<T, Vintage> vintages) {
    this.budget = budget;
    this.words = inWords(dataset);
    this.starts =
        loaded.stream()
            .filter(vintage -> vintage.dataset() == dataset)
            .map(Vintage::effective)
            .sorted()
            .toList();
    this.tables = tables;
    this.vintages = vintages;
  }

  /** The gap where nothing of the dataset was ever imported; else {@code null}. */
  @Nullable Gap neverImported() {
    return starts.isEmpty() ? new Gap(Gap.Reason.NEVER_IMPORTED, words) : null;
  }

  /** The table that answers for {@code day}; where there is none, that is remembered. */
  @Nullable Stretch<T> on(LocalDate day) {
    T table = table(day);
    if (table == null) {
      uncovered(day);
      return null;
    }
    Vintage vintage = vintages.apply(table);
    answered.put(vintage.effective(), vintage);
    return new Stretch<>(day, day, table, vintage);
  }

  /** The tables that answer for these days, in order; days without one are remembered. */
  List<Stretch<T>> over(ServiceDates days) {
    List<Stretch<T>> stretches = new ArrayList<>();
    LocalDate day = days.from();
    while (!day.isAfter(days.to())) {
      T table = table(day);
      LocalDate next = day.plusDays(1);
      if (table == null) {
        uncovered(day);
      } else {
        Vintage vintage = vintages.apply(table);
        next = end(day, vintage);
        LocalDate last = next.isAfter(days.to()) ? days.to() : next.minusDays(1);
        answered.put(vintage.effective(), vintage);
        stretches.add(new Stretch<>(day, last, table, vintage));
      }
      day = next;
    }
    return stretches;
  }

  private @Nullable T table(LocalDate day) {
    budget.charge();
    return tables.apply(day);
  }

  private void uncovered(LocalDate day) {
    Map.Entry<LocalDate, LocalDate> before = uncovered.floorEntry(day);
    if (before == null || before.getValue().isBefore(day.minusDays(1))) {
      uncovered.put(day, day);
    } else if (before.getValue().isBefore(day)) {
      uncovered.put(before.getKey(), day);
    }
  }

  /** The first later day on which another vintage may answer. */
  private LocalDate end(LocalDate day, Vintage vintage) {
    LocalDate end = vintage.until();
    for (LocalDate start : starts) {
      if (start.isAfter(day) && start.isBefore(end)) {
        end = start;
      }
    }
    return end.isAfter(day) ? end : day.plusDays(1);
  }

  /** The days that were asked for and that no vintage covers. */
  List<Gap> gaps() {
    if (uncovered.isEmpty()) {
      return List.of();
    }
    Stream<String> days = uncovered.entrySet().stream().limit(DAYS_NAMED).map(Timeline::days);
    int more = uncovered.size() - DAYS_NAMED;
    String named = days.collect(Collectors.joining(", "));
    String all = more > 0 ? named + " and " + more + " more" : named;
    return List.of(new Gap(Gap.Reason.NOT_COVERED, "no " + words + " covers " + all));
  }

  private static String days(Map.Entry<LocalDate, LocalDate> range) {
    return range.getKey().equals(range.getValue())
        ? range.getKey().toString()
        : range.getKey() + " to " + range.getValue();
  }

  /** The vintages that answered. */
  List<Vintage> answered() {
    return List.copyOf(answered.values());
  }

  private static String inWords(Dataset dataset) {
    return switch (dataset) {
      case PTP_PRACTITIONER -> "NCCI PTP table for practitioner";
      case PTP_OUTPATIENT_HOSPITAL -> "NCCI PTP table for outpatient-hospital";
      case MUE_PRACTITIONER -> "MUE table for practitioner";
      case MUE_OUTPATIENT_HOSPITAL -> "MUE table for outpatient-hospital";
      case MUE_DME_SUPPLIER -> "MUE table for dme-supplier";
      case ADD_ON -> "NCCI add-on table";
      case FEE_SCHEDULE -> "physician fee schedule";
      case ICD10_CM -> "ICD-10-CM code file";
      case AGE_EDITS -> "MCE age file";
      case HCPCS -> "HCPCS Level II file";
      case COVERAGE_ARTICLES -> "file of coverage articles";
      case REMITTANCE_CODES -> "list of reason and remark codes";
    };
  }
}
