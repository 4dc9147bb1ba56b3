package org.preclaim.engine.rows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row in search of its facts.
 *
 * @param row the row
 * @param plan how its shape is searched
 */
record Candidate(Row row, Plan plan) {

  /**
   * How the facts of a shape are searched: the one with the key first, and each screen as soon as
   * all facts that it reads are there.
   *
   * @param types of the facts, by position
   * @param order in which positions are filled
   * @param screens for each step of the order
   * @param others to be asked when all facts are there
   */
  record Plan(FactType[] types, int[] order, Screen[][] screens, Shape.Others[] others) {

    /**
     * The plan of a shape.
     *
     * @param screening whether anything but the key is screened
     */
    static Plan of(Shape shape, boolean screening) {
      int count = shape.facts().size();
      Shape.Key key = shape.key();
      int first = key == null ? 0 : key.position();
      int[] order = new int[count];
      for (int step = 0; step < count; step++) {
        order[step] = step == 0 ? first : step <= first ? step - 1 : step;
      }
      Screen[][] screens = new Screen[count][];
      int bound = 0;
      for (int step = 0; step < count; step++) {
        int before = bound;
        bound |= 1 << order[step];
        int now = bound;
        screens[step] =
            screening
                ? shape.screens().stream()
                    .filter(screen -> (screen.facts() & ~now) == 0)
                    .filter(screen -> step(before, screen.facts()))
                    .map(ScreenParser.Screened::screen)
                    .toArray(Screen[]::new)
                : new Screen[0];
      }
      Shape.Others[] others =
          screening ? shape.others().toArray(new Shape.Others[0]) : new Shape.Others[0];
      return new Plan(shape.facts().toArray(new FactType[0]), order, screens, others);
    }

    private static boolean step(int before, int facts) {
      return (facts & ~before) != 0 || before == 0;
    }
  }

  /** Adds the cases in which {@code keyFact} is the fact with the row's key. */
  void addCases(Object keyFact, Surroundings surroundings, CaseList cases) {
    @Nullable Object[] facts = new Object[Shape.FACTS_MAX + 1];
    facts[plan.order[0]] = keyFact;
    if (passes(0, facts)) {
      fill(1, facts, surroundings, cases);
    }
  }

  /** Adds the cases of a row that has no key. */
  void addCases(Surroundings surroundings, CaseList cases) {
    fill(0, new Object[Shape.FACTS_MAX + 1], surroundings, cases);
  }

  private void fill(int step, @Nullable Object[] facts, Surroundings surroundings, CaseList cases) {
    if (step == plan.order.length) {
      if (othersPass(facts, surroundings)) {
        cases.add(new RowCase(row, bound(facts), surroundings));
      }
      return;
    }
    int position = plan.order[step];
    for (Object fact : plan.types[position].in(surroundings)) {
      if (cases.isFull()) {
        return;
      }
      facts[position] = fact;
      if (passes(step, facts)) {
        fill(step + 1, facts, surroundings, cases);
      }
    }
    facts[position] = null;
  }

  private boolean passes(int step, @Nullable Object[] facts) {
    for (Screen screen : plan.screens[step]) {
      if (!screen.passes(row, facts)) {
        return false;
      }
    }
    return true;
  }

  private boolean othersPass(@Nullable Object[] facts, Surroundings surroundings) {
    for (Shape.Others asked : plan.others) {
      boolean found = false;
      for (Object fact : asked.type().in(surroundings)) {
        facts[Shape.FACTS_MAX] = fact;
        found |= passes(asked.screens(), facts);
      }
      if (asked.wanted() ? !found : found && asked.complete()) {
        return false;
      }
    }
    return true;
  }

  private boolean passes(List<Screen> screens, @Nullable Object[] facts) {
    for (Screen screen : screens) {
      if (!screen.passes(row, facts)) {
        return false;
      }
    }
    return true;
  }

  private Object[] bound(@Nullable Object[] facts) {
    List<Object> bound = new ArrayList<>(plan.types.length);
    for (int position = 0; position < plan.types.length; position++) {
      Object fact = facts[position];
      if (fact != null) {
        bound.add(fact);
      }
    }
    return bound.toArray();
  }
}
