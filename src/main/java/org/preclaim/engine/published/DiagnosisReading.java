package org.preclaim.engine.published;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.engine.language.ArticleCoverage;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.DiagnosisAges;
import org.preclaim.engine.language.DiagnosisStanding;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.Published;
import org.preclaim.engine.published.Timeline.Stretch;
import org.preclaim.reference.AgeEdits;
import org.preclaim.reference.AgeEdits.Ages;
import org.preclaim.reference.CoverageArticles;
import org.preclaim.reference.CoverageArticles.Coverage;
import org.preclaim.reference.DiagnosisTable;
import org.preclaim.reference.DiagnosisTable.Standing;

/** Looks up what is said of diagnoses, for each first day of a line. */
final class DiagnosisReading {

  private final Facts facts;

  private DiagnosisReading(Facts facts) {
    this.facts = facts;
  }

  static Reading standings(Facts facts, Timeline<DiagnosisTable> timeline) {
    return new DiagnosisReading(facts)
        .each(timeline, (occurrence, answer) -> standing(occurrence, answer));
  }

  static Reading ages(Facts facts, Timeline<AgeEdits> timeline) {
    if (facts.encounter().patient().birthDate() == null) {
      return Reading.gap(new Gap(Gap.Reason.NOT_SENT, "no birth date was sent"));
    }
    return new DiagnosisReading(facts)
        .each(timeline, (occurrence, answer) -> ages(occurrence, answer));
  }

  /** A diagnosis on a day, and the lines that rest on it. */
  private record Occurrence(Diagnosis diagnosis, LocalDate day, List<BilledLine> lines) {}

  private <T> Reading each(
      Timeline<T> timeline, BiFunction<Occurrence, Stretch<T>, @Nullable Published> ask) {
    List<Diagnosis> diagnoses = facts.encounter().diagnoses();
    if (diagnoses == null) {
      return Reading.gap(new Gap(Gap.Reason.NOT_SENT, "no diagnosis list was sent"));
    }
    if (diagnoses.isEmpty() || facts.lines().isEmpty()) {
      return Reading.notApplicable("no diagnoses of lines");
    }
    List<Published> found = new ArrayList<>();
    linesByDay()
        .forEach(
            (day, lines) -> {
              Stretch<T> answer = timeline.on(day);
              if (answer != null) {
                for (Diagnosis diagnosis : diagnoses) {
                  Published said = ask.apply(occurrence(diagnosis, day, lines), answer);
                  if (said != null) {
                    found.add(said);
                  }
                }
              }
            });
    return new Reading(found, timeline.gaps(), List.of(), null);
  }

  private SortedMap<LocalDate, List<BilledLine>> linesByDay() {
    SortedMap<LocalDate, List<BilledLine>> days = new TreeMap<>();
    for (BilledLine line : facts.lines()) {
      days.computeIfAbsent(line.serviceDate(), any -> new ArrayList<>()).add(line);
    }
    return days;
  }

  private Occurrence occurrence(Diagnosis diagnosis, LocalDate day, List<BilledLine> lines) {
    List<BilledLine> pointing = new ArrayList<>();
    for (BilledLine line : lines) {
      facts.budget().charge();
      if (line.line().diagnosisPointers().contains(diagnosis.sequence())) {
        pointing.add(line);
      }
    }
    return new Occurrence(diagnosis, day, pointing.isEmpty() ? lines : pointing);
  }

  private static @Nullable Published standing(
      Occurrence occurrence, Stretch<DiagnosisTable> answer) {
    Diagnosis diagnosis = occurrence.diagnosis();
    Standing standing = answer.table().standing(diagnosis.code().value(), occurrence.day());
    return standing == Standing.VALID
        ? null
        : new DiagnosisStanding(
            diagnosis, occurrence.day(), occurrence.lines(), standing, answer.vintage());
  }

  private static @Nullable Published ages(Occurrence occurrence, Stretch<AgeEdits> answer) {
    Diagnosis diagnosis = occurrence.diagnosis();
    Ages ages = answer.table().find(diagnosis.code().value(), occurrence.day());
    int age = occurrence.lines().get(0).age();
    return ages == null
        ? null
        : new DiagnosisAges(diagnosis, occurrence.lines(), age, ages, answer.vintage());
  }

  /** Coverage articles: each that speaks of a line's code, read over all its groups. */
  static Reading articles(Facts facts, Timeline<CoverageArticles> timeline) {
    if (facts.encounter().diagnoses() == null) {
      return Reading.gap(new Gap(Gap.Reason.NOT_SENT, "no diagnosis list was sent"));
    }
    List<Published> found = new ArrayList<>();
    TreeSet<String> unlinked = new TreeSet<>();
    for (BilledLine line : facts.lines()) {
      Stretch<CoverageArticles> answer = timeline.on(line.serviceDate());
      if (answer != null) {
        SortedMap<String, List<Coverage>> byArticle = new TreeMap<>();
        answer
            .table()
            .find(line.code(), line.diagnosisCodes(), line.serviceDate())
            .forEach(
                group ->
                    byArticle
                        .computeIfAbsent(group.article(), any -> new ArrayList<>())
                        .add(group));
        byArticle.forEach(
            (article, groups) -> {
              boolean supported = groups.stream().anyMatch(g -> g.linked() && g.covers());
              boolean linked = groups.stream().allMatch(Coverage::linked);
              found.add(new ArticleCoverage(line, article, supported, linked, answer.vintage()));
              if (!supported && !linked) {
                unlinked.add("article " + article + " does not say which codes its groups are for");
              }
            });
      }
    }
    return new Reading(found, timeline.gaps(), List.copyOf(unlinked), null);
  }
}
