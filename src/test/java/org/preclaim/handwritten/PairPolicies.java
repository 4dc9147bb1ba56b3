package org.preclaim.handwritten;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.preclaim.handwritten.Cells.Days;
import org.preclaim.release.PolicyRelease;

/** Policies that look at two lines: what is not reported together, and what is reported twice. */
final class PairPolicies {

  private record NotTogether(
      String id, String setting, Days days, Set<String> beside, String severity) {}

  private final Map<String, List<NotTogether>> notTogether;

  PairPolicies(PolicyRelease release) {
    notTogether =
        Cells.index(
            Cells.of(
                release,
                "not-reported-together",
                Set.of(
                    "Not paid",
                    "Setting",
                    "Effective from",
                    "Effective until",
                    "Beside",
                    "Severity")),
            "Not paid",
            row ->
                new NotTogether(
                    row.id(),
                    row.text("Setting"),
                    row.days(),
                    row.set("Beside"),
                    row.text("Severity")));
  }

  void judge(Case about) {
    for (PlainLine line : about.lines) {
      for (NotTogether row : notTogether.getOrDefault(line.code, List.of())) {
        if (row.days.hold(line.day())
            && (row.setting.isEmpty() || row.setting.equals(about.encounter.setting().word()))) {
          judge(about, row, line);
        }
      }
      repetitions(about, line);
    }
  }

  private static void judge(Case about, NotTogether row, PlainLine line) {
    for (PlainLine other : about.lines) {
      if (row.beside.contains(other.code) && line.together(other)) {
        about.warnWith(row.id, row.severity, "not-reported-together", line, other);
      }
    }
  }

  /** Each repetition is told against the first line, and only there. */
  private static void repetitions(Case about, PlainLine first) {
    for (PlainLine earlier : about.lines) {
      if (earlier.number < first.number && first.repeats(earlier)) {
        return;
      }
    }
    for (PlainLine line : about.lines) {
      if (line.number > first.number && line.repeats(first)) {
        about.warnWith("DUP-001", "deny", "duplicate-line", line, first);
      }
    }
  }
}
