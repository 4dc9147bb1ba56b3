package org.preclaim.intake.x12;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.problem.Told;

/**
 * The problems of one claim or level, or of a file that is answered as a whole: as many as the
 * limit lets be kept, and how many there were besides.
 */
public final class Findings {

  private final int max;
  private final List<Problem> kept = new ArrayList<>();
  private long dropped;

  /** None so far, of which {@code max} are kept. */
  public Findings(int max) {
    this.max = max;
  }

  /** {@code problem}, and that there are {@code further} ones. */
  static Told of(Problem problem, int further) {
    return Told.first(List.of(problem), further, problem.place(), X12Code.LIMIT.code());
  }

  /** Adds what was told of something smaller, with what was not. */
  public void add(Told told) {
    told.each().forEach(this::add);
    dropped += told.further();
  }

  /** Adds one. */
  void add(Problem problem) {
    if (kept.size() < max) {
      kept.add(problem);
    } else {
      dropped++;
    }
  }

  /** Adds one, and counts {@code further} ones. */
  void add(Problem problem, int further) {
    add(problem);
    dropped += further;
  }

  /** Adds the first {@code most} of {@code others}, and counts the rest. */
  void addAll(Findings others, int most) {
    others.kept.stream().limit(most).forEach(this::add);
    dropped += others.dropped + Math.max(0, others.kept.size() - most);
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return kept.isEmpty();
  }

  /** All in document order; where some were dropped, the last one says how many. */
  public Told told() {
    if (kept.isEmpty()) {
      return Told.all(kept);
    }
    List<Problem> list = new ArrayList<>(kept);
    list.sort(Comparator.comparingLong(problem -> offset(problem.place())));
    return Told.first(list, dropped, list.get(list.size() - 1).place(), X12Code.LIMIT.code());
  }

  private static long offset(Place place) {
    return place instanceof Place.X12Position position ? position.byteOffset() : 0;
  }
}
