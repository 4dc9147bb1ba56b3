package org.preclaim.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides whether several rows together accept all that a row accepts, by taking away from it what
 * they accept, one after the other. What is left falls into ever more parts, so that there is a
 * bound for each row and one for all rows of a table; where it is met nothing is claimed.
 */
final class RowCover {

  /** Takes a tenth of a second. */
  private static final int STEPS_OF_ROW_MAX = 10_000;

  /** Takes two seconds. */
  private static final int STEPS_MAX = 200_000;

  private int steps;
  private int stepsOfRow;

  /** Whether something of a row is accepted by none of the others. */
  enum Left {
    NOTHING,
    SOMETHING,
    /** The bound was met first. */
    UNKNOWN
  }

  /**
   * The answer.
   *
   * @param left what the row accepts alone
   * @param by the rows that leave nothing together, none of which can be spared
   */
  record Answer(Left left, List<RowJudged> by) {}

  /** What {@code others} leave of what {@code row} accepts. */
  Answer of(RowJudged row, List<RowJudged> others) {
    stepsOfRow = 0;
    // The widest first: they leave the fewest parts.
    List<RowJudged> widest =
        others.stream().sorted(Comparator.comparingInt(RowCover::askedOf)).toList();
    Set<RowJudged> used = new LinkedHashSet<>();
    Left left = left(row.conditions(), widest, used);
    return left == Left.NOTHING ? new Answer(left, needed(row, used)) : new Answer(left, List.of());
  }

  private static int askedOf(RowJudged row) {
    return row.conditions().values().size() + row.conditions().clauses().size();
  }

  /** The rows without each that can be spared, in the order of the table. */
  private List<RowJudged> needed(RowJudged row, Set<RowJudged> others) {
    List<RowJudged> needed = new ArrayList<>(others);
    for (int index = needed.size() - 1; index >= 0; index--) {
      List<RowJudged> fewer = new ArrayList<>(needed);
      fewer.remove(index);
      if (left(row.conditions(), fewer, new LinkedHashSet<>()) == Left.NOTHING) {
        needed = fewer;
      }
    }
    needed.sort(Comparator.comparingInt(each -> each.row().row()));
    return List.copyOf(needed);
  }

  /**
   * What {@code others} leave of {@code part}.
   *
   * @param used takes in the rows that were taken away
   */
  private Left left(Conditions part, List<RowJudged> others, Set<RowJudged> used) {
    List<RowJudged> meeting = new ArrayList<>(others.size());
    for (RowJudged other : others) {
      if (++steps > STEPS_MAX || ++stepsOfRow > STEPS_OF_ROW_MAX) {
        return Left.UNKNOWN;
      }
      if (part.meets(other.conditions())) {
        meeting.add(other);
      }
    }
    if (meeting.isEmpty()) {
      return Left.SOMETHING;
    }
    RowJudged first = meeting.get(0);
    used.add(first);
    List<RowJudged> rest = meeting.subList(1, meeting.size());
    Left[] last = {Left.NOTHING};
    boolean nothing =
        part.without(
            first.conditions(),
            smaller -> {
              last[0] = left(smaller, rest, used);
              return last[0] == Left.NOTHING;
            });
    return nothing ? Left.NOTHING : last[0];
  }
}
