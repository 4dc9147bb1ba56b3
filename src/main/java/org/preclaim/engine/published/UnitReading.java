package org.preclaim.engine.published;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.UnitBasis;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.Published;
import org.preclaim.engine.language.PublishedUnits;
import org.preclaim.engine.published.Timeline.Stretch;
import org.preclaim.reference.MueEdit;
import org.preclaim.reference.MueTable;

/**
 * Looks up the unit limits of the lines of one code and provider. Units of a line over several days
 * are divided among them and rounded to whole ones; the sum of a day can only grow where a line
 * begins, and its limit only change where a vintage does, so those days are looked at.
 */
final class UnitReading {

  private final Facts facts;
  private final Timeline<MueTable> timeline;
  private final List<Published> found = new ArrayList<>();
  private final SortedSet<String> unpublished = new TreeSet<>();
  private final SortedSet<String> inMinutes = new TreeSet<>();

  private UnitReading(Facts facts, Timeline<MueTable> timeline) {
    this.facts = facts;
    this.timeline = timeline;
  }

  static Reading of(Facts facts, Timeline<MueTable> timeline) {
    UnitReading reading = new UnitReading(facts, timeline);
    reading.byCodeAndProvider().forEach(reading::group);
    return new Reading(reading.found, timeline.gaps(), reading.notes(), null);
  }

  private Collection<List<BilledLine>> byCodeAndProvider() {
    Map<String, List<BilledLine>> groups = new LinkedHashMap<>();
    for (BilledLine line : facts.lines()) {
      if (line.line().unitBasis() == UnitBasis.MINUTES) {
        inMinutes.add(line.code());
      } else {
        String key = line.code() + " " + line.provider();
        groups.computeIfAbsent(key, any -> new ArrayList<>()).add(line);
      }
    }
    return groups.values();
  }

  private void group(List<BilledLine> lines) {
    SortedMap<LocalDate, Stretch<MueTable>> days = new TreeMap<>();
    for (BilledLine line : lines) {
      timeline.over(line.line().dates()).forEach(stretch -> days.put(stretch.from(), stretch));
    }
    List<PublishedUnits> compared = new ArrayList<>();
    days.forEach(
        (day, stretch) -> {
          MueEdit edit = stretch.table().find(lines.get(0).code());
          if (edit == null) {
            unpublished.add(lines.get(0).code());
          } else {
            compared.addAll(day(lines, day, edit, stretch));
          }
        });
    compared.stream().filter(units -> isWhole(units, compared)).forEach(found::add);
  }

  private List<PublishedUnits> day(
      List<BilledLine> lines, LocalDate day, MueEdit edit, Stretch<MueTable> stretch) {
    List<BilledLine> ofDay = new ArrayList<>();
    for (BilledLine line : lines) {
      facts.budget().charge();
      if (line.line().dates().overlap(ServiceDates.on(day))) {
        ofDay.add(line);
      }
    }
    List<List<BilledLine>> judged =
        edit.adjudication() == 1 ? ofDay.stream().map(List::of).toList() : List.of(ofDay);
    return judged.stream()
        .map(
            together ->
                new PublishedUnits(
                    together,
                    day,
                    together.stream()
                        .map(UnitReading::unitsOfDay)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                    edit,
                    stretch.vintage()))
        .toList();
  }

  /**
   * Whether no other day says the same of these lines and more, or said it before: whoever reads
   * that all units of two lines are denied need not read it of one of them.
   */
  private static boolean isWhole(PublishedUnits units, List<PublishedUnits> compared) {
    for (PublishedUnits other : compared) {
      boolean more = other.lines().size() > units.lines().size();
      boolean before =
          other.lines().size() == units.lines().size() && other.day().isBefore(units.day());
      if ((more || before)
          && other.edit().equals(units.edit())
          && other.lines().containsAll(units.lines())) {
        return false;
      }
    }
    return true;
  }

  private static BigDecimal unitsOfDay(BilledLine line) {
    ServiceDates dates = line.line().dates();
    long days = ChronoUnit.DAYS.between(dates.from(), dates.to()) + 1;
    return days == 1
        ? line.units()
        : line.units().divide(BigDecimal.valueOf(days), 0, RoundingMode.HALF_UP);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!unpublished.isEmpty()) {
      notes.add("no MUE is published for " + String.join(", ", unpublished) + ": not a pass");
    }
    if (!inMinutes.isEmpty()) {
      notes.add("units in minutes were not compared for " + String.join(", ", inMinutes));
    }
    return notes;
  }
}
