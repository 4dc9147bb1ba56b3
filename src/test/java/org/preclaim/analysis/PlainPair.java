package org.preclaim.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;

/** Two lines, on one day or a year apart. */
record PlainPair(
    String code,
    List<String> modifiers,
    LocalDate day,
    String otherCode,
    List<String> otherModifiers,
    boolean sameDay) {

  private static final List<String> CODES = List.of("50431", "50706", "74400", "99213");

  /** All that the cells of {@link SmallDomains#pairs} can tell apart. */
  static List<PlainPair> all() {
    List<List<String>> carried = SmallDomains.selections(List.of("LT", "RT", "59"));
    List<PlainPair> all = new ArrayList<>();
    for (String code : CODES) {
      for (List<String> modifiers : carried) {
        for (LocalDate day : SmallDomains.DAYS) {
          for (String otherCode : CODES) {
            for (List<String> otherModifiers : carried) {
              all.add(new PlainPair(code, modifiers, day, otherCode, otherModifiers, true));
              all.add(new PlainPair(code, modifiers, day, otherCode, otherModifiers, false));
            }
          }
        }
      }
    }
    return all;
  }

  boolean together() {
    String side = SmallDomains.side(modifiers);
    String otherSide = SmallDomains.side(otherModifiers);
    boolean opposite =
        (side.equals("left") && otherSide.equals("right"))
            || (side.equals("right") && otherSide.equals("left"));
    return sameDay && !opposite && !modifiers.contains("59") && !otherModifiers.contains("59");
  }

  Encounter encounter() {
    ServiceDates otherDay = ServiceDates.on(sameDay ? day : day.minusYears(1));
    return new Encounter(
        "plain",
        Setting.PRACTITIONER,
        null,
        null,
        new Patient("p", null, Sex.UNKNOWN),
        null,
        List.of(),
        List.of(
            PlainLine.line(1, code, modifiers, ServiceDates.on(day), List.of()),
            PlainLine.line(2, otherCode, otherModifiers, otherDay, List.of())),
        List.of(),
        List.of(),
        List.of());
  }
}
