package org.preclaim.engine.rows;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.engine.rows.ScreenParser.Screened;

/** A row in search of its facts: the one with the key first, each screen as soon as it can. */
final class Candidate {

  private final Row row;
  private final FactType[] types;
  private final int[] order;
  private final String[][] words;
  private final Screen[][] screens;
  private final Others[] others;

  /** What a row asks of the facts that it does not bind. */
  private record Others(Shape.Others asked, List<Screen> screens) {}

  /**
   * @param screening whether anything but the key is screened
   */
  Candidate(Row row, Shape shape, boolean screening) {
    this.row = row;
    this.types = shape.facts().toArray(new FactType[0]);
    this.order = order(shape);
    this.words = words(shape, row);
    List<Screened> all = screening ? shape.screens() : List.of();
    this.screens = new Screen[types.length][];
    int before = 0;
    for (int step = 0; step < types.length; step++) {
      int now = before | 1 << order[step];
      screens[step] = screens(all, row, before, now);
      before = now;
    }
    this.others =
        shape.others().stream()
            .filter(asked -> screening)
            .map(asked -> new Others(asked, List.of(screens(asked.screens(), row, 0, -1))))
            .toArray(Others[]::new);
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

  /** Screens that the row asks, and that need facts bound now but not all bound before. */
  private static Screen[] screens(List<Screened> all, Row row, int before, int now) {
    return all.stream()
        .filter(screened -> screened.isAskedBy(row))
        .filter(screened -> (screened.facts() & ~now) == 0)
        .filter(screened -> before == 0 || (screened.facts() & ~before) != 0)
        .map(Screened::screen)
        .toArray(Screen[]::new);
  }

  /** Adds the cases in which {@code keyFact} is the fact with the row's key. */
  void addCases(Object keyFact, Surroundings surroundings, CaseList cases) {
    @Nullable Object[] facts = new Object[Shape.FACTS_MAX + 1];
    facts[order[0]] = keyFact;
    if (passes(screens[0], facts)) {
      fill(1, facts, surroundings, cases);
    }
  }

  /** Adds the cases of a row that has no key. */
  void addCases(Surroundings surroundings, CaseList cases) {
    fill(0, new Object[Shape.FACTS_MAX + 1], surroundings, cases);
  }

  private void fill(int step, @Nullable Object[] facts, Surroundings surroundings, CaseList cases) {
    if (step == order.length) {
      if (othersPass(facts, surroundings)) {
        cases.add(new RowCase(row, bound(facts), surroundings));
      }
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
      CaseList cases) {
    for (int index = 0; index < candidates.size() && !cases.isFull(); index++) {
      facts[order[step]] = candidates.get(index);
      if (passes(screens[step], facts)) {
        fill(step + 1, facts, surroundings, cases);
      }
    }
  }

  private boolean passes(Screen[] asked, @Nullable Object[] facts) {
    for (Screen screen : asked) {
      if (!screen.passes(row, facts)) {
        return false;
      }
    }
    return true;
  }

  private boolean passes(List<Screen> asked, @Nullable Object[] facts) {
    for (Screen screen : asked) {
      if (!screen.passes(row, facts)) {
        return false;
      }
    }
    return true;
  }

  private boolean othersPass(@Nullable Object[] facts, Surroundings surroundings) {
    for (Others other : others) {
      boolean found = false;
      for (Object fact : other.asked().type().in(surroundings)) {
        facts[Shape.FACTS_MAX] = fact;
        found = found || passes(other.screens(), facts);
      }
      if (other.asked().wanted() ? !found : found && other.asked().complete()) {
        return false;
      }
    }
    return true;
  }

  private Object[] bound(@Nullable Object[] facts) {
    Object[] bound = new Object[types.length];
    Arrays.setAll(bound, position -> Objects.requireNonNull(facts[position]));
    return bound;
  }
}
