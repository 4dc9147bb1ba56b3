package org.preclaim.intake.x12;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/** The problems of one claim or level, as many as the limit lets be kept. */
final class Findings {

  private final int max;
  private final List<Problem> kept = new ArrayList<>();
  private int dropped;

  Findings(int max) {
    this.max = max;
  }

  void add(Problem problem) {
    if (kept.size() < max) {
      kept.add(problem);
    } else {
      dropped++;
    }
  }

  void addAll(Findings others) {
    others.kept.forEach(this::add);
    dropped += others.dropped;
  }

  boolean isEmpty() {
    return kept.isEmpty();
  }

  /** All in document order; where some were dropped, the last one says how many. */
  List<Problem> list() {
    List<Problem> list = new ArrayList<>(kept);
    list.sort(Comparator.comparingLong(problem -> offset(problem.place())));
    if (dropped > 0) {
      Place last = list.get(list.size() - 1).place();
      list.add(
          new Problem(
              last,
              X12Code.LIMIT.code(),
              String.format(Locale.ROOT, "%d further problems are not shown", dropped)));
    }
    return list;
  }

  private static long offset(Place place) {
    return place instanceof Place.X12Position position ? position.byteOffset() : 0;
  }
}
