package org.preclaim.replay;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Money;

/**
 * What became of one finding.
 *
 * @param kind what
 * @param before absent for an added one
 * @param after absent for one that is gone
 */
record FindingChange(Kind kind, @Nullable Finding before, @Nullable Finding after) {

  /** What can become of a finding. */
  enum Kind {
    SAME,
    CHANGED,
    ADDED,
    GONE;

    /** The word in reports. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of each finding of {@code before}, and then those that are new. */
  static List<FindingChange> between(List<Finding> before, List<Finding> after) {
    List<FindingChange> changes = new ArrayList<>();
    List<Finding> left = new ArrayList<>(after);
    List<Finding> unmatched = new ArrayList<>();
    for (Finding old : before) {
      take(left, old::isToldLike)
          .ifPresentOrElse(
              same -> changes.add(new FindingChange(Kind.SAME, old, same)),
              () -> unmatched.add(old));
    }
    for (Finding old : unmatched) {
      changes.add(
          take(left, old::isAbout)
              .map(other -> new FindingChange(Kind.CHANGED, old, other))
              .orElseGet(() -> new FindingChange(Kind.GONE, old, null)));
    }
    left.forEach(added -> changes.add(new FindingChange(Kind.ADDED, null, added)));
    return changes;
  }

  private static Optional<Finding> take(List<Finding> from, Predicate<Finding> wanted) {
    for (Iterator<Finding> each = from.iterator(); each.hasNext(); ) {
      Finding finding = each.next();
      if (wanted.test(finding)) {
        each.remove();
        return Optional.of(finding);
      }
    }
    return Optional.empty();
  }

  /** Whose finding it is. */
  String policy() {
    if (before != null) {
      return before.policy();
    }
    return after == null ? "" : after.policy();
  }

  Money chargeBefore() {
    return before == null ? Money.ZERO : before.charge();
  }

  Money chargeAfter() {
    return after == null ? Money.ZERO : after.charge();
  }
}
