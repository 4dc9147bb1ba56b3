package org.preclaim.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;

/** A witness in a line: what matters of it to somebody who reads a table. */
final class EncounterWords {

  private EncounterWords() {}

  /** For instance {@code practitioner, place 22; line 1 50431-LT on 2026-03-03}. */
  static String of(Encounter encounter) {
    List<String> words = new ArrayList<>();
    PlaceOfService place = encounter.placeOfService();
    words.add(encounter.setting().word() + (place == null ? "" : ", place " + place));
    encounter.lines().forEach(line -> words.add(line(line, encounter)));
    Objects.requireNonNullElse(encounter.procedures(), List.<PerformedProcedure>of())
        .forEach(procedure -> words.add(procedure(procedure)));
    List<Documentation> stated =
        Objects.requireNonNullElse(encounter.documentation(), List.<Documentation>of());
    if (!stated.isEmpty()) {
      words.add("documented " + String.join(", ", stated.stream().map(d -> d.element()).toList()));
    }
    if (encounter.patient().birthDate() == null) {
      words.add("birth date not sent");
    }
    return String.join("; ", words);
  }

  private static String line(ServiceLine line, Encounter encounter) {
    StringBuilder words = new StringBuilder("line ").append(line.number()).append(' ');
    words.append(line.code());
    for (Modifier modifier : line.modifiers()) {
      words.append('-').append(modifier);
    }
    words.append(dates(line.dates()));
    if (line.units().stripTrailingZeros().scale() != 0 || line.units().intValue() != 1) {
      words.append(", ").append(line.units().toPlainString()).append(" units");
    }
    PlaceOfService place = line.placeOfService();
    if (place != null) {
      words.append(", place ").append(place);
    }
    List<Diagnosis> sent = Objects.requireNonNullElse(encounter.diagnoses(), List.<Diagnosis>of());
    for (Diagnosis diagnosis : sent) {
      if (line.diagnosisPointers().contains(diagnosis.sequence())) {
        words.append(" for ").append(diagnosis.code());
      }
    }
    return words.toString();
  }

  private static String dates(ServiceDates dates) {
    return " on " + dates.from() + (dates.isOneDay() ? "" : " to " + dates.to());
  }

  private static String procedure(PerformedProcedure procedure) {
    List<String> words = new ArrayList<>();
    words.add("performed " + procedure.kind());
    add(words, "access ", procedure.access());
    add(words, "approach ", procedure.approach());
    add(words, "side ", procedure.laterality());
    procedure.interventions().forEach(word -> words.add("with " + word));
    procedure.techniques().forEach(word -> words.add("with " + word));
    procedure.guidance().forEach(word -> words.add("under " + word));
    return String.join(", ", words) + dates(procedure.dates());
  }

  private static void add(List<String> words, String name, @Nullable String word) {
    if (word != null) {
      words.add(name + word);
    }
  }
}
