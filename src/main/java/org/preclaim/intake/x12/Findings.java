package org.preclaim.intake.x12;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/**
 * The problems of one claim or level, or of a file that is answered as a whole: as many as the
 * limit lets be kept, and how many there were besides.
 */
public final class Findings {

  private static final Pattern FURTHER = Pattern.compile("([0-9]+) further problems are not shown");

  private final int max;
  private final List<Problem> kept = new ArrayList<>();
  private long dropped;

  /** None so far, of which {@code max} are kept. */
  public Findings(int max) {
    this.max = max;
  }

  /** {@code problem}, and that there are {@code further} ones. */
  static List<Problem> list(Problem problem, int further) {
    Findings findings = new Findings(1);
    findings.add(problem, further);
    return findings.list();
  }

  /** Adds one; that others were not kept elsewhere is counted with those that are not kept here. */
  public void add(Problem problem) {
    Matcher further = FURTHER.matcher(problem.message());
    if (problem.code().equals(X12Code.LIMIT.code()) && further.matches()) {
      dropped += Long.parseLong(further.group(1));
    } else if (kept.size() < max) {
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
  public List<Problem> list() {
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
