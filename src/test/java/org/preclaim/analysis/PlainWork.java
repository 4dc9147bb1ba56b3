package org.preclaim.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;

/** One procedure, and what stands beside it. */
record PlainWork(
    String kind,
    String access,
    String approach,
    List<String> interventions,
    boolean guided,
    List<String> beside) {

  private static final ServiceDates DAY = ServiceDates.on(LocalDate.of(2026, 3, 3));

  /** All that the cells of {@link SmallDomains#procedures} can tell apart. */
  static List<PlainWork> all() {
    List<PlainWork> all = new ArrayList<>();
    for (String kind : List.of("nephrostogram", "ureterogram", "renal-endoscopy")) {
      for (String access : List.of("", "existing", "new")) {
        for (String approach : List.of("", "percutaneous", "nephrotomy")) {
          for (List<String> tools : SmallDomains.selections(List.of("biopsy", "incision"))) {
            for (boolean guided : new boolean[] {false, true}) {
              for (List<String> beside :
                  SmallDomains.selections(List.of("50431", "tract-dilation"))) {
                all.add(new PlainWork(kind, access, approach, tools, guided, beside));
              }
            }
          }
        }
      }
    }
    return all;
  }

  Encounter encounter() {
    List<PerformedProcedure> procedures = new ArrayList<>();
    procedures.add(
        new PerformedProcedure(
            kind,
            access.isEmpty() ? null : access,
            approach.isEmpty() ? null : approach,
            interventions,
            List.of(),
            null,
            guided ? List.of("fluoroscopy") : List.of(),
            DAY));
    List<ServiceLine> lines = new ArrayList<>();
    for (String word : beside) {
      if (word.equals("50431")) {
        lines.add(PlainLine.line(1, word, List.of(), DAY, List.of()));
      } else {
        procedures.add(
            new PerformedProcedure(word, null, null, List.of(), List.of(), null, List.of(), DAY));
      }
    }
    return new Encounter(
        "plain",
        Setting.PRACTITIONER,
        null,
        null,
        new Patient("p", null, Sex.UNKNOWN),
        null,
        List.of(),
        lines,
        procedures,
        List.of(),
        List.of());
  }
}
