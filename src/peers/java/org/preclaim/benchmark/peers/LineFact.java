package org.preclaim.benchmark.peers;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.ServiceLine;

/** A line as a bean, which is what other engines take for a fact. */
public final class LineFact {

  private final int number;
  private final String code;
  private final int age;
  private final List<String> modifiers = new ArrayList<>();
  private final List<String> diagnoses = new ArrayList<>();

  LineFact(Encounter encounter, ServiceLine line) {
    number = line.number();
    code = line.code().value();
    LocalDate born = encounter.patient().birthDate();
    age = born == null ? -1 : Period.between(born, line.dates().from()).getYears();
    for (Modifier modifier : line.modifiers()) {
      modifiers.add(modifier.value());
    }
    List<Diagnosis> sent = encounter.diagnoses();
    if (sent != null) {
      for (Diagnosis diagnosis : sent) {
        if (line.diagnosisPointers().contains(diagnosis.sequence())) {
          diagnoses.add(diagnosis.code().value());
        }
      }
    }
  }

  static List<LineFact> of(Encounter encounter) {
    List<LineFact> lines = new ArrayList<>(encounter.lines().size());
    for (ServiceLine line : encounter.lines()) {
      lines.add(new LineFact(encounter, line));
    }
    return lines;
  }

  /** The line's number. */
  public int getNumber() {
    return number;
  }

  /** The procedure code. */
  public String getCode() {
    return code;
  }

  /** The patient's age in years. */
  public int getAge() {
    return age;
  }

  /** Modifiers in reported order. */
  public List<String> getModifiers() {
    return modifiers;
  }

  /** The diagnoses that the line points to, without dots. */
  public List<String> getDiagnoses() {
    return diagnoses;
  }

  /** Whether the line does not carry {@code modifier}. */
  public boolean lacks(String modifier) {
    return !modifiers.contains(modifier);
  }

  /** Whether a diagnosis is below one of these; an array is what a cell of OpenL becomes. */
  public boolean pointsToOne(String[] prefixes) {
    return pointsToAny(Arrays.asList(prefixes));
  }

  /** Whether a diagnosis is below one of these. */
  public boolean pointsToAny(Iterable<String> prefixes) {
    for (String diagnosis : diagnoses) {
      for (String prefix : prefixes) {
        if (diagnosis.startsWith(prefix)) {
          return true;
        }
      }
    }
    return false;
  }
}
