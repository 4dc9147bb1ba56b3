package org.preclaim.intake.fhir;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Problem;
import org.preclaim.problem.Told;

/** What was found wrong, or odd, with one document. */
final class Findings {

  private record Entry(Spot spot, Problem problem) {}

  private final int limit;
  private final List<Entry> entries = new ArrayList<>();
  private long further;

  Findings(int limit) {
    this.limit = limit;
  }

  void add(Spot spot, FhirProblemCode code, String message) {
    add(spot, code, message, null);
  }

  void add(Spot spot, FhirProblemCode code, String message, @Nullable String help) {
    if (entries.size() >= limit) {
      further++;
      return;
    }
    entries.add(new Entry(spot, new Problem(spot.place(), code.code(), message, help)));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * Adds what {@code later} found about elements in which nothing was found before: an element that
   * cannot be read is missing to whoever reads on, and that is not worth saying twice.
   */
  void addUnrelated(Findings later) {
    List<Entry> before = List.copyOf(entries);
    for (Entry entry : later.entries) {
      boolean told =
          before.stream()
              .anyMatch(each -> each.spot().holds(entry.spot()) || entry.spot().holds(each.spot()));
      if (!told && entries.size() < limit) {
        entries.add(entry);
      } else if (!told) {
        further++;
      }
    }
    further += later.further;
  }

  /** All in the order in which they were found; where some were not kept, a last one says so. */
  Told told() {
    List<Problem> list = entries.stream().map(Entry::problem).toList();
    return list.isEmpty()
        ? Told.all(list)
        : Told.first(list, further, list.get(0).place(), FhirProblemCode.LIMIT.code());
  }
}
