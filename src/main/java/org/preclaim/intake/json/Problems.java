package org.preclaim.intake.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/** Collects what is wrong with one document. */
final class Problems {

  private record Entry(int order, Problem problem) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Function<String, Place> placeOfPointer;
  private final int limit;
  private boolean more;

  /**
   * None so far.
   *
   * @param placeOfPointer makes a place of a JSON pointer
   * @param limit how many are kept
   */
  Problems(Function<String, Place> placeOfPointer, int limit) {
    this.placeOfPointer = placeOfPointer;
    this.limit = limit;
  }

  void add(Spot spot, JsonProblemCode code, String message) {
    add(spot, code, message, null);
  }

  void add(Spot spot, JsonProblemCode code, String message, @Nullable String help) {
    if (isFull()) {
      more = true;
      return;
    }
    Place place = placeOfPointer.apply(spot.pointer());
    entries.add(new Entry(spot.order(), new Problem(place, code.code(), message, help)));
  }

  /** Whether no more are kept, so that nobody need look for a help. */
  boolean isFull() {
    return entries.size() >= limit;
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** All in document order; where some were not kept, a last one says so. */
  List<Problem> inDocumentOrder() {
    List<Problem> sorted =
        new ArrayList<>(
            entries.stream()
                .sorted(Comparator.comparingInt(Entry::order))
                .map(Entry::problem)
                .toList());
    if (more) {
      sorted.add(
          new Problem(
              placeOfPointer.apply(""),
              JsonProblemCode.TOO_MANY_PROBLEMS.code(),
              "only the first " + limit + " problems that were found are listed"));
    }
    return sorted;
  }
}
