package org.preclaim.intake.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.problem.Told;

/** Collects what is wrong with one document. */
final class Problems {

  private record Entry(int order, Problem problem) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Function<String, Place> placeOfPointer;
  private final int limit;
  private long further;

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
      further++;
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
  Told inDocumentOrder() {
    List<Problem> sorted =
        entries.stream().sorted(Comparator.comparingInt(Entry::order)).map(Entry::problem).toList();
    String code = JsonProblemCode.TOO_MANY_PROBLEMS.code();
    return Told.first(sorted, further, placeOfPointer.apply(""), code);
  }
}
