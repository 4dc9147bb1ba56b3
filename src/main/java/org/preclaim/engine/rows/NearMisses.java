package org.preclaim.engine.rows;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the near misses of a row: facts of which all its conditions hold but those of one cell.
 * Without that cell the row would fire. The cells of one {@code not} or {@code exists} stand or
 * fall together.
 */
final class NearMisses {

  /** More combinations of facts than the lines of a scenario make. */
  private static final int CASES_MAX = 10_000;

  private final Row row;
  private final Shape shape;
  private final Conditions conditions;
  private int cases;

  NearMisses(TableLowering.Lowered lowered, RowJudge judge) {
    this.row = lowered.row();
    this.shape = lowered.shape();
    this.conditions = judge.conditions(row);
  }

  /** Whether it is known which cell each condition comes from. */
  boolean areKnown() {
    return conditions.match(shape.conditions());
  }

  /**
   * Gives the columns of the cells that alone hold the row back, as often as they do.
   *
   * @return whether there were more combinations of facts than are looked at
   */
  boolean forEach(Surroundings surroundings, IntConsumer columns) {
    cases = 0;
    if (areKnown()) {
      fill(0, new Object[shape.facts().size()], surroundings, columns);
    }
    return cases > CASES_MAX;
  }

  private void fill(
      int position, @Nullable Object[] facts, Surroundings surroundings, IntConsumer columns) {
    if (cases > CASES_MAX) {
      return;
    }
    if (position == facts.length) {
      if (++cases > CASES_MAX) {
        return;
      }
      failing(new RowCase(row, facts.clone(), surroundings)).forEach(columns::accept);
      return;
    }
    for (Object fact : shape.facts().get(position).in(surroundings)) {
      facts[position] = fact;
      fill(position + 1, facts, surroundings, columns);
    }
  }

  /** The columns that alone fail; none where the row fires or fails otherwise too. */
  private Set<Integer> failing(RowCase judged) {
    BitSet failing = conditions.failing(judged);
    List<Integer> own = shape.conditions().own();
    Set<Integer> columns = new TreeSet<>();
    int asked = 0;
    for (int index = failing.nextSetBit(0); index >= 0; index = failing.nextSetBit(index + 1)) {
      boolean isOwn = index < own.size();
      asked += isOwn ? 0 : 1;
      columns.addAll(
          isOwn ? Set.of(own.get(index)) : shape.conditions().asked().get(index - own.size()));
    }
    boolean alone = asked == 0 ? columns.size() == 1 : failing.cardinality() == 1;
    return alone && !columns.contains(Shape.OF_HEADER) ? columns : Set.of();
  }
}
