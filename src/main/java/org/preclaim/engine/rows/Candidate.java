package org.preclaim.engine.rows;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A row in search of its facts: the one with the key first, then those that join it. */
final class Candidate {

  private final Row row;
  private final FactType[] types;
  private final int[] order;
  private final String[][] words;

  Candidate(Row row, Shape shape) {
    this.row = row;
    this.types = shape.facts().toArray(new FactType[0]);
    this.order = order(shape);
    this.words = words(shape, row);
  }

  /** The order in which positions are filled. */
  private static int[] order(Shape shape) {
    Shape.Key key = shape.key();
    int first = key == null ? 0 : key.position();
    int[] order = new int[shape.facts().size()];
    for (int step = 0; step < order.length; step++) {
      order[step] = step == 0 ? first : step <= first ? step - 1 : step;
    }
    return order;
  }

  /** The codes or kinds by which the fact at each position is found; empty where it is not. */
  private static String[][] words(Shape shape, Row row) {
    String[][] words = new String[shape.facts().size()][0];
    for (Shape.Key join : shape.joins()) {
      if (!row.blank(join.slot())) {
        Object value = row.value(join.slot());
        words[join.position()] =
            value instanceof Set<?> several
                ? several.toArray(new String[0])
                : new String[] {(String) value};
      }
    }
    return words;
  }

  /**
   * Gives the cases in which {@code keyFact} is the fact with the row's key.
   *
   * @param facts where the row tries its facts
   */
  void forEachCase(
      Object keyFact,
      @Nullable Object[] facts,
      Surroundings surroundings,
      Consumer<RowCase> cases) {
    facts[order[0]] = keyFact;
    fill(1, facts, surroundings, cases);
  }

  /** Gives the cases of a row that has no key. */
  void forEachCase(@Nullable Object[] facts, Surroundings surroundings, Consumer<RowCase> cases) {
    fill(0, facts, surroundings, cases);
  }

  private void fill(
      int step, @Nullable Object[] facts, Surroundings surroundings, Consumer<RowCase> cases) {
    if (step == order.length) {
      cases.accept(new RowCase(row, bound(facts), surroundings));
      return;
    }
    FactType type = types[order[step]];
    if (words[order[step]].length == 0) {
      fill(step, type.in(surroundings), facts, surroundings, cases);
    }
    for (String word : words[order[step]]) {
      fill(step, type.in(surroundings, word), facts, surroundings, cases);
    }
    facts[order[step]] = null;
  }

  private void fill(
      int step,
      List<?> candidates,
      @Nullable Object[] facts,
      Surroundings surroundings,
      Consumer<RowCase> cases) {
    for (Object candidate : candidates) {
      facts[order[step]] = candidate;
      fill(step + 1, facts, surroundings, cases);
    }
  }

  private Object[] bound(@Nullable Object[] facts) {
    Object[] bound = new Object[types.length];
    for (int position = 0; position < bound.length; position++) {
      bound[position] = Objects.requireNonNull(facts[position]);
    }
    return bound;
  }
}
