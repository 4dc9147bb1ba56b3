package org.preclaim.benchmark;

import java.util.Comparator;
import java.util.List;
import org.preclaim.decision.Decision;

/**
 * A row that fired.
 *
 * @param row its policy id
 * @param line the line it fired on
 * @param other the line that this one is not reported with, or 0
 */
public record Hit(String row, int line, int other) {

  private static final Comparator<Hit> ORDER =
      Comparator.comparing(Hit::row).thenComparing(Hit::line).thenComparing(Hit::other);

  /** The warnings of a decision. */
  public static List<Hit> in(Decision decision) {
    return decision.warnings().stream()
        .map(
            warning ->
                new Hit(
                    warning.policy().id(),
                    warning.lines().get(0),
                    warning.lines().size() > 1 ? warning.lines().get(1) : 0))
        .toList();
  }

  /** In an order of its own, so that two engines can be compared. */
  public static List<Hit> sorted(List<Hit> hits) {
    return hits.stream().sorted(ORDER).toList();
  }
}
