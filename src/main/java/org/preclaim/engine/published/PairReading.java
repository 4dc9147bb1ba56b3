package org.preclaim.engine.published;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.Published;
import org.preclaim.engine.language.PublishedPair;
import org.preclaim.engine.published.Timeline.Stretch;
import org.preclaim.reference.PtpEdit;
import org.preclaim.reference.PtpTable;

/**
 * Looks up pairs of lines of one day and provider, in both directions. Every day that both lines
 * share is asked for; a row of the table that they meet on several days is one fact.
 */
final class PairReading {

  private final Facts facts;
  private final Timeline<PtpTable> timeline;
  private final List<Published> found = new ArrayList<>();
  private boolean asked;

  private PairReading(Facts facts, Timeline<PtpTable> timeline) {
    this.facts = facts;
    this.timeline = timeline;
  }

  static Reading of(Facts facts, Timeline<PtpTable> timeline) {
    PairReading reading = new PairReading(facts, timeline);
    List<BilledLine> lines = facts.lines();
    for (int first = 0; first < lines.size(); first++) {
      for (int second = first + 1; second < lines.size(); second++) {
        reading.lines(lines.get(first), lines.get(second));
      }
    }
    return reading.asked
        ? new Reading(reading.found, timeline.gaps(), List.of(), null)
        : Reading.notApplicable("no two codes of one day and provider");
  }

  private void lines(BilledLine one, BilledLine other) {
    if (!one.sameDay(other) || one.code().equals(other.code())) {
      return;
    }
    asked = true;
    for (Stretch<PtpTable> stretch : timeline.over(shared(one, other))) {
      pair(one, other, stretch);
      pair(other, one, stretch);
    }
  }

  private static ServiceDates shared(BilledLine one, BilledLine other) {
    ServiceDates days = one.line().dates();
    ServiceDates others = other.line().dates();
    LocalDate from = days.from().isAfter(others.from()) ? days.from() : others.from();
    LocalDate to = days.to().isBefore(others.to()) ? days.to() : others.to();
    return new ServiceDates(from, to);
  }

  private void pair(BilledLine column1, BilledLine column2, Stretch<PtpTable> stretch) {
    String paid = column1.code();
    String denied = column2.code();
    LocalDate day = stretch.from();
    while (day != null && !day.isAfter(stretch.to())) {
      facts.budget().charge();
      PtpEdit edit = stretch.table().find(paid, denied, day);
      if (edit != null) {
        found.add(new PublishedPair(column1, column2, day, edit, stretch.vintage()));
      }
      day = edit == null ? day.plusDays(1) : dayAfter(edit);
    }
  }

  private static @Nullable LocalDate dayAfter(PtpEdit edit) {
    LocalDate last = edit.deletion();
    return last == null ? null : last.plusDays(1);
  }
}
