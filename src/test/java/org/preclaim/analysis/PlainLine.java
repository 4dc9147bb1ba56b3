package org.preclaim.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;
import org.preclaim.encounter.UnitBasis;

/** One line, and what the encounter says beside it. */
record PlainLine(
    String code,
    String setting,
    List<String> modifiers,
    int age,
    LocalDate day,
    List<String> diagnoses) {

  /** No cell names 50 or XE, but these are ways to state both sides or a distinct service. */
  private static final List<String> MODIFIERS = List.of("26", "LT", "RT", "50", "59", "XE");

  /** All that the cells of {@link SmallDomains#lines} can tell apart. */
  static List<PlainLine> all() {
    List<PlainLine> all = new ArrayList<>();
    for (String code : List.of("50431", "50706", "74400", "99213")) {
      for (Setting setting : Setting.values()) {
        for (List<String> modifiers : SmallDomains.selections(MODIFIERS)) {
          for (int age : List.of(-1, 10, 20)) {
            for (LocalDate day : SmallDomains.DAYS) {
              for (List<String> codes : SmallDomains.selections(List.of("N130", "N139", "C649"))) {
                all.add(new PlainLine(code, setting.word(), modifiers, age, day, codes));
              }
            }
          }
        }
      }
    }
    return all;
  }

  boolean distinct() {
    return modifiers.contains("59") || modifiers.contains("XE");
  }

  boolean pointsTo(String prefix) {
    String undotted = prefix.replace(".", "");
    return diagnoses.stream().anyMatch(code -> code.startsWith(undotted));
  }

  Encounter encounter() {
    List<Diagnosis> numbered = new ArrayList<>();
    diagnoses.forEach(
        word -> numbered.add(new Diagnosis(numbered.size() + 1, new Icd10Code(word))));
    List<Integer> pointers = IntStream.rangeClosed(1, numbered.size()).boxed().toList();
    LocalDate born = age < 0 ? null : day.minusYears(age);
    return new Encounter(
        "plain",
        setting(setting),
        null,
        null,
        new Patient("p", born, Sex.UNKNOWN),
        null,
        numbered,
        List.of(line(1, code, modifiers, ServiceDates.on(day), pointers)),
        List.of(),
        List.of(),
        List.of());
  }

  private static Setting setting(String word) {
    return List.of(Setting.values()).stream()
        .filter(setting -> setting.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  static ServiceLine line(
      int number, String code, List<String> modifiers, ServiceDates dates, List<Integer> pointers) {
    return new ServiceLine(
        number,
        new HcpcsCode(code),
        modifiers.stream().map(Modifier::new).toList(),
        BigDecimal.ONE,
        UnitBasis.UNITS,
        dates,
        pointers,
        null,
        null,
        null);
  }
}
