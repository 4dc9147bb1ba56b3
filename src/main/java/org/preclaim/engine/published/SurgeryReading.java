package org.preclaim.engine.published;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.PriorService;
import org.preclaim.encounter.Provider;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.GlobalPeriod;
import org.preclaim.engine.language.Published;
import org.preclaim.engine.published.Timeline.Stretch;
import org.preclaim.reference.FeeSchedule;
import org.preclaim.reference.FeeScheduleEntry;

/**
 * Looks up which lines fall into the global period of a surgery by the same provider, in the
 * encounter or in the history that was sent with it.
 */
final class SurgeryReading {

  /** The longest period, and the day before it. */
  private static final int DAYS_MAX = 90;

  /** Assistants, postoperative care alone, and a return to the operating room open no period. */
  private static final Set<String> OPEN_NONE = Set.of("55", "56", "78", "80", "81", "82", "AS");

  /** Care before and after the surgery is another's. */
  private static final String SURGERY_ALONE = "54";

  /** A surgery that may open a period. */
  private record Surgery(
      String code,
      LocalDate day,
      List<String> modifiers,
      String provider,
      @Nullable BilledLine line) {}

  private final Facts facts;
  private final Timeline<FeeSchedule> timeline;
  private final List<Published> found = new ArrayList<>();

  private SurgeryReading(Facts facts, Timeline<FeeSchedule> timeline) {
    this.facts = facts;
    this.timeline = timeline;
  }

  static Reading of(Facts facts, Timeline<FeeSchedule> timeline) {
    SurgeryReading reading = new SurgeryReading(facts, timeline);
    for (Surgery surgery : reading.surgeries()) {
      reading.surgery(surgery);
    }
    List<Gap> gaps = new ArrayList<>(timeline.gaps());
    if (facts.encounter().history() == null) {
      gaps.add(
          new Gap(
              Gap.Reason.NOT_SENT,
              "no history was sent: only lines of the encounter were compared"));
    }
    return new Reading(reading.found, gaps, List.of(), null);
  }

  private List<Surgery> surgeries() {
    List<Surgery> surgeries = new ArrayList<>();
    for (BilledLine line : facts.lines()) {
      surgeries.add(
          new Surgery(line.code(), line.serviceDate(), line.modifiers(), line.provider(), line));
    }
    Provider biller = facts.encounter().billingProvider();
    for (PriorService prior :
        Objects.requireNonNullElse(facts.encounter().history(), List.<PriorService>of())) {
      Provider provider = prior.renderingProvider() == null ? biller : prior.renderingProvider();
      surgeries.add(
          new Surgery(
              prior.code().value(),
              prior.dates().from(),
              prior.modifiers().stream().map(Modifier::value).toList(),
              provider == null ? "" : provider.npi().value(),
              null));
    }
    return surgeries;
  }

  private void surgery(Surgery surgery) {
    List<BilledLine> near = facts.lines().stream().filter(line -> isNear(surgery, line)).toList();
    boolean opens = surgery.modifiers().stream().noneMatch(OPEN_NONE::contains);
    Stretch<FeeSchedule> answer = near.isEmpty() || !opens ? null : timeline.on(surgery.day());
    FeeScheduleEntry entry = answer == null ? null : answer.table().find(surgery.code(), "");
    if (answer != null && entry != null) {
      for (BilledLine line : near) {
        if (isWithin(entry.globalDays(), surgery, line)) {
          found.add(
              new GlobalPeriod(
                  line,
                  globalDays(line),
                  surgery.code(),
                  surgery.day(),
                  entry.globalDays(),
                  surgery.line(),
                  answer.vintage()));
        }
      }
    }
  }

  private boolean isNear(Surgery surgery, BilledLine line) {
    facts.budget().charge();
    long days = line.serviceDate().toEpochDay() - surgery.day().toEpochDay();
    BilledLine own = surgery.line();
    return days >= -1
        && days <= DAYS_MAX
        && (own == null || own.number() != line.number())
        && line.provider().equals(surgery.provider());
  }

  private static boolean isWithin(String globalDays, Surgery surgery, BilledLine line) {
    long days = line.serviceDate().toEpochDay() - surgery.day().toEpochDay();
    long last = surgery.modifiers().contains(SURGERY_ALONE) ? 0 : DAYS_MAX;
    return switch (globalDays) {
      case "000" -> days == 0;
      case "010" -> days >= 0 && days <= Math.min(last, 10);
      case "090" -> days >= -1 && days <= last;
      default -> false;
    };
  }

  private String globalDays(BilledLine line) {
    Stretch<FeeSchedule> answer = timeline.on(line.serviceDate());
    FeeScheduleEntry entry = answer == null ? null : answer.table().find(line.code(), "");
    return entry == null ? "" : entry.globalDays();
  }
}
