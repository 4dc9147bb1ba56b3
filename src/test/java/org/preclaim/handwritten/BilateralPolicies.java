package org.preclaim.handwritten;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.preclaim.encounter.PayerProfile.BothSides;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.handwritten.Cells.Days;
import org.preclaim.release.PolicyRelease;

/** How work on one side and on both sides is reported. */
final class BilateralPolicies {

  private static final String KIND = "bilateral-conflict";

  private record Sided(String id, Days days, boolean oneLineOnly, Set<String> kinds) {}

  private final Map<String, List<Sided>> sided;

  BilateralPolicies(PolicyRelease release) {
    sided =
        Cells.index(
            Cells.of(
                release,
                "bilateral",
                Set.of("Codes", "Effective from", "Effective until", "Both sides on", "Reports")),
            "Codes",
            row ->
                new Sided(
                    row.id(),
                    row.days(),
                    row.text("Both sides on").equals("one line"),
                    row.set("Reports")));
  }

  void judge(Case about) {
    for (PlainLine line : about.lines) {
      for (Sided row : sided.getOrDefault(line.code, List.of())) {
        if (row.days.hold(line.day())) {
          tooManySides(about, line);
          tooManyLines(about, line, row);
          if (isOnly(about, line)) {
            payersForm(about, line);
            recordedSides(about, line, row);
          }
        }
      }
    }
  }

  private static boolean isOnly(Case about, PlainLine line) {
    for (PlainLine other : about.lines) {
      if (other.code.equals(line.code) && other.sameDay(line)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFirst(Case about, PlainLine line) {
    for (PlainLine other : about.lines) {
      if (other.number < line.number && other.code.equals(line.code) && other.sameDay(line)) {
        return false;
      }
    }
    return true;
  }

  private static void tooManySides(Case about, PlainLine first) {
    if (first.sidesStated() > 2) {
      about.warn("BIL-903", "deny", KIND, first);
      if (first.side == Sides.BOTH && about.bothSides == BothSides.ONE_LINE_WITH_50) {
        about.modify("BIL-904", first, Sides.BOTH.in(first.modifiers), BigDecimal.ONE);
      }
    }
    if (first.sidesStated() == 0 || !isFirst(about, first)) {
      return;
    }
    for (PlainLine other : about.lines) {
      if (other.number > first.number
          && other.code.equals(first.code)
          && other.sidesStated() > 0
          && first.sidesStated() + other.sidesStated() > 2
          && !other.distinct
          && !other.repeated
          && other.sameDay(first)) {
        foldSides(about, first, other);
      }
    }
  }

  private static void foldSides(Case about, PlainLine first, PlainLine other) {
    switch (about.bothSides) {
      case ONE_LINE_WITH_50 -> {
        about.warn("BIL-901", "deny", KIND, first, other);
        about.modify("BIL-901", first, Sides.BOTH.in(first.modifiers), BigDecimal.ONE);
        about.remove("BIL-901", other);
      }
      case TWO_LINES_RT_LT -> {
        about.warn("BIL-902", "deny", KIND, first, other);
        about.modify("BIL-902", first, Sides.RIGHT.in(first.modifiers), BigDecimal.ONE);
        about.modify("BIL-902", other, Sides.LEFT.in(other.modifiers), BigDecimal.ONE);
      }
    }
  }

  private static void tooManyLines(Case about, PlainLine first, Sided row) {
    if (!row.oneLineOnly || about.bothSides != BothSides.ONE_LINE_WITH_50) {
      return;
    }
    for (PlainLine other : about.lines) {
      if (other.number > first.number
          && other.code.equals(first.code)
          && !first.side.meets(other.side)
          && other.sameDay(first)) {
        about.warn(row.id, "deny", KIND, first, other);
        about.modify(row.id, first, Sides.BOTH.in(first.modifiers), BigDecimal.ONE);
        about.remove(row.id, other);
      }
    }
  }

  private static void payersForm(Case about, PlainLine line) {
    if (about.bothSides == BothSides.TWO_LINES_RT_LT && line.side == Sides.BOTH) {
      twoLines(about, "BIL-906", line);
    }
  }

  private static void twoLines(Case about, String policy, PlainLine line) {
    about.modify(policy, line, Sides.RIGHT.in(line.modifiers), BigDecimal.ONE);
    about.add(policy, line.code, Sides.LEFT.in(line.modifiers));
  }

  private static void recordedSides(Case about, PlainLine line, Sided row) {
    Sides recorded = Sides.NONE;
    for (PerformedProcedure procedure : about.procedures()) {
      Sides side = Sides.ofWord(procedure.laterality());
      if (row.kinds.contains(procedure.kind())
          && line.side.count() < side.count()
          && line.side.meets(side)
          && procedure.dates().overlap(line.dates)) {
        recorded = recorded.and(side);
      }
    }
    if (recorded.count() == 1) {
      about.modify("BIL-907", line, recorded.in(line.modifiers), BigDecimal.ONE);
    } else if (recorded == Sides.BOTH) {
      bothRecorded(about, line);
    }
  }

  private static void bothRecorded(Case about, PlainLine line) {
    switch (about.bothSides) {
      case ONE_LINE_WITH_50 ->
          about.modify("BIL-908", line, Sides.BOTH.in(line.modifiers), BigDecimal.ONE);
      case TWO_LINES_RT_LT -> {
        if (line.side == Sides.NONE) {
          twoLines(about, "BIL-909", line);
        }
      }
    }
  }
}
