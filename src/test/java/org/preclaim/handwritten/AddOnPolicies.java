package org.preclaim.handwritten;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.preclaim.handwritten.Cells.Days;
import org.preclaim.release.PolicyRelease;

/** Add-ons need a primary procedure that is itself paid. Judged last, when denials are known. */
final class AddOnPolicies {

  private static final String KIND = "add-on-without-primary";

  private record AddOn(String id, Days days, Set<String> primaries, String severity) {}

  private record Required(PlainLine line, AddOn row) {}

  private final Map<String, List<AddOn>> addOns;

  AddOnPolicies(PolicyRelease release) {
    addOns =
        Cells.index(
            Cells.of(
                release,
                "add-on-codes",
                Set.of(
                    "Add-on",
                    "Effective from",
                    "Effective until",
                    "Primary procedures, one of",
                    "Severity")),
            "Add-on",
            row ->
                new AddOn(
                    row.id(),
                    row.days(),
                    row.set("Primary procedures, one of"),
                    row.text("Severity")));
  }

  void judge(Case about) {
    List<Required> open = new ArrayList<>();
    for (PlainLine line : about.lines) {
      for (AddOn row : addOns.getOrDefault(line.code, List.of())) {
        if (row.days.hold(line.day())) {
          open.add(new Required(line, row));
        }
      }
    }
    // An add-on that is denied may leave another one without its primary.
    boolean denied = true;
    while (denied && !open.isEmpty()) {
      denied =
          open.removeIf(
              required -> {
                boolean paid = isPaid(about, required);
                if (!paid) {
                  about.warn(required.row.id, required.row.severity, KIND, required.line);
                }
                return !paid;
              });
    }
  }

  private static boolean isPaid(Case about, Required required) {
    for (PlainLine other : about.lines) {
      if (!other.denied
          && required.row.primaries.contains(other.code)
          && required.line.sameDay(other)) {
        return true;
      }
    }
    return false;
  }
}
