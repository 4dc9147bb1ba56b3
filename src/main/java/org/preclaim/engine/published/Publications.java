package org.preclaim.engine.published;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Setting;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.Published;
import org.preclaim.reference.AddOnTable;
import org.preclaim.reference.AgeEdits;
import org.preclaim.reference.CoverageArticles;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.DiagnosisTable;
import org.preclaim.reference.FeeSchedule;
import org.preclaim.reference.HcpcsTable;
import org.preclaim.reference.MueTable;
import org.preclaim.reference.PtpTable;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.Vintage;

/**
 * What the official files say of one encounter. Each topic is read once, when the first family asks
 * for it, and charged to that family's budget. Belongs to one evaluation.
 */
public final class Publications {

  private final Facts facts;
  private final ReferenceData reference;
  private final List<Vintage> loaded;
  private final Map<Topic, Reading> read = new EnumMap<>(Topic.class);
  private final SortedMap<String, SortedSet<LocalDate>> asked = new TreeMap<>();

  /** What {@code reference} says of these facts. */
  public Publications(Facts facts, ReferenceData reference) {
    this.facts = facts;
    this.reference = reference;
    this.loaded = reference.vintages();
  }

  /** What is said on these topics, as one. */
  public Reading on(Set<Topic> topics) {
    List<Published> said = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    String notApplicable = null;
    int concerned = 0;
    for (Topic topic : topics) {
      Reading reading = on(topic);
      said.addAll(reading.facts());
      gaps.addAll(reading.gaps());
      notes.addAll(reading.notes());
      if (reading.notApplicable() == null) {
        concerned++;
      } else {
        notApplicable = reading.notApplicable();
      }
    }
    return new Reading(said, gaps, notes, concerned > 0 ? null : notApplicable);
  }

  private Reading on(Topic topic) {
    Reading known = read.get(topic);
    if (known == null) {
      known = read(topic);
      read.put(topic, known);
    }
    return known;
  }

  private Reading read(Topic topic) {
    return switch (topic) {
      case PAIRS -> pairs();
      case UNITS -> units();
      case ADD_ONS -> addOns();
      case FEE_SCHEDULE -> feeSchedule(LineReading::feeSchedule);
      case GLOBAL_PERIODS -> feeSchedule(SurgeryReading::of);
      case DIAGNOSES ->
          ask(
              Dataset.ICD10_CM,
              reference::diagnoses,
              DiagnosisTable::vintage,
              DiagnosisReading::standings);
      case AGES ->
          ask(Dataset.AGE_EDITS, reference::ageEdits, AgeEdits::vintage, DiagnosisReading::ages);
      case LEVEL_TWO_CODES ->
          ask(Dataset.HCPCS, reference::hcpcs, HcpcsTable::vintage, LineReading::levelTwoCodes);
      case ARTICLES ->
          ask(
              Dataset.COVERAGE_ARTICLES,
              reference::articles,
              CoverageArticles::vintage,
              DiagnosisReading::articles);
    };
  }

  private Reading pairs() {
    Setting setting = facts.encounter().setting();
    Dataset dataset =
        switch (setting) {
          case PRACTITIONER -> Dataset.PTP_PRACTITIONER;
          case OUTPATIENT_HOSPITAL -> Dataset.PTP_OUTPATIENT_HOSPITAL;
          case DME_SUPPLIER -> null;
        };
    return dataset == null
        ? Reading.notApplicable("no procedure pairs are published for DME suppliers")
        : ask(dataset, day -> reference.ptp(setting, day), PtpTable::vintage, PairReading::of);
  }

  private Reading units() {
    Setting setting = facts.encounter().setting();
    Dataset dataset =
        switch (setting) {
          case PRACTITIONER -> Dataset.MUE_PRACTITIONER;
          case OUTPATIENT_HOSPITAL -> Dataset.MUE_OUTPATIENT_HOSPITAL;
          case DME_SUPPLIER -> Dataset.MUE_DME_SUPPLIER;
        };
    return ask(dataset, day -> reference.mue(setting, day), MueTable::vintage, UnitReading::of);
  }

  private Reading addOns() {
    return facts.encounter().setting() == Setting.DME_SUPPLIER
        ? Reading.notApplicable("add-on codes are none of DME suppliers")
        : ask(Dataset.ADD_ON, reference::addOns, AddOnTable::vintage, LineReading::addOns);
  }

  private Reading feeSchedule(BiFunction<Facts, Timeline<FeeSchedule>, Reading> reader) {
    return facts.encounter().setting() == Setting.PRACTITIONER
        ? ask(Dataset.FEE_SCHEDULE, reference::feeSchedule, FeeSchedule::vintage, reader)
        : Reading.notApplicable("the physician fee schedule is for practitioners");
  }

  private <T> Reading ask(
      Dataset dataset,
      Function<LocalDate, @Nullable T> tables,
      Function<T, Vintage> vintages,
      BiFunction<Facts, Timeline<T>, Reading> reader) {
    Timeline<T> timeline = new Timeline<>(facts.budget(), dataset, loaded, tables, vintages);
    if (facts.lines().isEmpty()) {
      return Reading.notApplicable("no lines");
    }
    Gap never = timeline.neverImported();
    if (never != null) {
      return Reading.gap(never);
    }
    Reading reading = reader.apply(facts, timeline);
    for (Vintage vintage : timeline.answered()) {
      asked
          .computeIfAbsent(vintage.dataset().word(), any -> new TreeSet<>())
          .add(vintage.effective());
    }
    return reading;
  }

  /** The effective dates of the vintages that answered, by dataset. */
  public SortedMap<String, String> asked() {
    SortedMap<String, String> dates = new TreeMap<>();
    asked.forEach(
        (dataset, effective) ->
            dates.put(
                dataset,
                effective.stream().map(LocalDate::toString).collect(Collectors.joining(", "))));
    return dates;
  }
}
