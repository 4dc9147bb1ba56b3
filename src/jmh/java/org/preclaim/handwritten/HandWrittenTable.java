package org.preclaim.handwritten;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.preclaim.benchmark.GeneratedRow;
import org.preclaim.benchmark.Hit;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.ServiceLine;

/** Generated rows as a programmer would judge them: a map by code, and loops. */
public final class HandWrittenTable {

  private final Map<String, List<GeneratedRow>> rowsByCode = new HashMap<>();

  /** With these rows. */
  public HandWrittenTable(List<GeneratedRow> rows) {
    rows.forEach(row -> rowsByCode.computeIfAbsent(row.code(), code -> new ArrayList<>()).add(row));
  }

  /** Whether a line's code has a row. */
  boolean concerns(Encounter encounter) {
    for (ServiceLine line : encounter.lines()) {
      if (rowsByCode.containsKey(line.code().value())) {
        return true;
      }
    }
    return false;
  }

  /** Every row that fires. */
  public List<Hit> judge(Encounter encounter) {
    List<PlainLine> lines = new ArrayList<>(encounter.lines().size());
    for (ServiceLine line : encounter.lines()) {
      lines.add(new PlainLine(encounter, line));
    }
    Set<String> documented = new HashSet<>();
    List<Documentation> sent = encounter.documentation();
    if (sent != null) {
      sent.forEach(documentation -> documented.add(documentation.element()));
    }
    LocalDate born = encounter.patient().birthDate();
    List<Hit> hits = new ArrayList<>();
    for (PlainLine line : lines) {
      List<GeneratedRow> rows = rowsByCode.get(line.code);
      if (rows != null) {
        int age = born == null ? -1 : Period.between(born, line.day()).getYears();
        for (GeneratedRow row : rows) {
          judge(row, line, age, lines, documented, hits);
        }
      }
    }
    return hits;
  }

  private static void judge(
      GeneratedRow row,
      PlainLine line,
      int age,
      List<PlainLine> lines,
      Set<String> documented,
      List<Hit> hits) {
    if (row instanceof GeneratedRow.Single single) {
      if (single.ageMin() <= age
          && age <= single.ageMax()
          && !line.modifiers.contains(single.modifierAbsent())
          && line.pointsToAny(single.diagnoses())) {
        hits.add(new Hit(row.id(), line.number, 0));
      }
    } else if (row instanceof GeneratedRow.Pair pair) {
      for (PlainLine other : lines) {
        if (other.code.equals(pair.other()) && other.together(line)) {
          hits.add(new Hit(row.id(), line.number, other.number));
        }
      }
    } else if (row instanceof GeneratedRow.AddOn addOn) {
      if (lines.stream()
          .noneMatch(other -> addOn.primaries().contains(other.code) && other.sameDay(line))) {
        hits.add(new Hit(row.id(), line.number, 0));
      }
    } else if (row instanceof GeneratedRow.Documented asked
        && !documented.containsAll(asked.elements())) {
      hits.add(new Hit(row.id(), line.number, 0));
    }
  }
}
