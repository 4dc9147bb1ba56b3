package org.preclaim.handwritten;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.PayerProfile.BothSides;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.handwritten.Cells.Days;
import org.preclaim.release.PolicyRelease;

/** Which code reports what was performed, and whether the lines say so. */
final class SelectionPolicies {

  private record Selection(
      String id,
      String access,
      Set<String> approaches,
      Set<String> anyIntervention,
      Set<String> noIntervention,
      Set<String> anyTechnique,
      Set<String> noTechnique,
      @Nullable Boolean guided,
      Set<String> besideAny,
      Set<String> besideNone,
      Days days,
      String code,
      Set<String> insteadOf,
      boolean sided,
      String noteOn) {}

  private record Selected(Selection row, PerformedProcedure procedure, Sides side) {

    boolean mayBe(PlainLine line) {
      return procedure.dates().overlap(line.dates) && line.side.meets(side);
    }

    boolean reportedBy(PlainLine line) {
      return line.code.equals(row.code) && mayBe(line);
    }

    boolean contradictedBy(PlainLine line) {
      return row.insteadOf.contains(line.code) && mayBe(line);
    }

    boolean partOf(Selected other) {
      return row.code.equals(other.row.code)
          && side.count() < other.side.count()
          && procedure.dates().overlap(other.procedure.dates());
    }
  }

  private final Map<String, List<Selection>> selections;

  SelectionPolicies(PolicyRelease release) {
    selections =
        Cells.index(
            Cells.of(
                release,
                "code-selection",
                Set.of(
                    "Performed",
                    "Access",
                    "Approach",
                    "Intervention, any of",
                    "Intervention, none of",
                    "Technique, any of",
                    "Technique, none of",
                    "Under imaging",
                    "Beside any of",
                    "Beside none of",
                    "Effective from",
                    "Effective until",
                    "Code",
                    "Instead of",
                    "Sides",
                    "Note on code")),
            "Performed",
            SelectionPolicies::selection);
  }

  private static Selection selection(Cells row) {
    String guided = row.text("Under imaging");
    return new Selection(
        row.id(),
        row.text("Access"),
        row.set("Approach"),
        row.set("Intervention, any of"),
        row.set("Intervention, none of"),
        row.set("Technique, any of"),
        row.set("Technique, none of"),
        guided.isEmpty() ? null : Boolean.valueOf(guided),
        row.set("Beside any of"),
        row.set("Beside none of"),
        row.days(),
        row.text("Code"),
        row.set("Instead of"),
        row.text("Sides").equals("sided"),
        row.text("Note on code"));
  }

  void judge(Case about) {
    List<Selected> selected = new ArrayList<>();
    for (PerformedProcedure procedure : about.procedures()) {
      Sides side = Sides.ofWord(procedure.laterality());
      for (Selection row : selections.getOrDefault(procedure.kind(), List.of())) {
        if (describes(row, procedure) && besideFits(about, row, procedure, side)) {
          if (!row.noteOn.isEmpty()) {
            about.warn(row.id, "info", "add-on-without-primary");
          }
          if (!row.code.isEmpty()) {
            selected.add(new Selected(row, procedure, side));
          }
        }
      }
    }
    selected.forEach(each -> compare(about, each, selected));
  }

  private static boolean describes(Selection row, PerformedProcedure procedure) {
    return row.days.hold(procedure.dates().from())
        && (row.access.isEmpty() || row.access.equals(procedure.access()))
        && (row.approaches.isEmpty()
            || (procedure.approach() != null && row.approaches.contains(procedure.approach())))
        && meets(row.anyIntervention, row.noIntervention, procedure.interventions())
        && meets(row.anyTechnique, row.noTechnique, procedure.techniques())
        && (row.guided == null || row.guided == !procedure.guidance().isEmpty());
  }

  private static boolean meets(Set<String> anyOf, Set<String> noneOf, List<String> words) {
    boolean any = anyOf.isEmpty();
    for (String word : words) {
      any |= anyOf.contains(word);
      if (noneOf.contains(word)) {
        return false;
      }
    }
    return any;
  }

  private static boolean besideFits(
      Case about, Selection row, PerformedProcedure procedure, Sides side) {
    return (row.besideAny.isEmpty() || isBeside(about, row.besideAny, procedure, side))
        && (row.besideNone.isEmpty() || !isBeside(about, row.besideNone, procedure, side));
  }

  @SuppressWarnings("ReferenceEquality") // Two equal procedures are still two pieces of work.
  private static boolean isBeside(
      Case about, Set<String> codesAndKinds, PerformedProcedure procedure, Sides side) {
    for (PlainLine line : about.lines) {
      if (codesAndKinds.contains(line.code)
          && line.side.meets(side)
          && line.dates.overlap(procedure.dates())) {
        return true;
      }
    }
    for (PerformedProcedure other : about.procedures()) {
      if (other != procedure
          && codesAndKinds.contains(other.kind())
          && Sides.ofWord(other.laterality()).meets(side)
          && other.dates().overlap(procedure.dates())) {
        return true;
      }
    }
    return false;
  }

  private static void compare(Case about, Selected selected, List<Selected> all) {
    if (about.lines.stream().anyMatch(selected::reportedBy)) {
      return;
    }
    boolean part = all.stream().anyMatch(selected::partOf);
    boolean contradicted = false;
    for (PlainLine line : about.lines) {
      if (selected.contradictedBy(line) && all.stream().noneMatch(each -> each.reportedBy(line))) {
        contradicted = true;
        if (!part) {
          replace(about, selected, line);
        }
      }
    }
    if (!contradicted) {
      add(about, selected, part);
    }
  }

  private static void replace(Case about, Selected selected, PlainLine line) {
    boolean sideMissing = selected.row.sided && line.side == Sides.NONE;
    about.replace(
        selected.row.id,
        line,
        selected.row.code,
        sideMissing ? selected.side.in(line.modifiers) : line.modifiers);
  }

  private static void add(Case about, Selected selected, boolean part) {
    Selection row = selected.row;
    if (row.sided && selected.side == Sides.BOTH && about.bothSides == BothSides.TWO_LINES_RT_LT) {
      about.add(row.id, row.code, List.of("RT"));
      about.add(row.id, row.code, List.of("LT"));
    } else if (!part) {
      about.add(row.id, row.code, row.sided ? selected.side.modifiers() : List.of());
    }
  }
}
