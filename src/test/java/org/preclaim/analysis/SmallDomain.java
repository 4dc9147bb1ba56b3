package org.preclaim.analysis;

import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.rows.TableDraft;

/**
 * A header, and so few encounters that all of them can be looked at, yet one for everything that
 * cells of the header can tell apart.
 *
 * @param <P> what such an encounter consists of
 * @param name of the header
 * @param columns its conditions
 * @param actions its actions
 * @param points all of them
 * @param encounter a point as the engine sees it
 * @param subject how the engine calls the fact that the first pattern is about
 */
record SmallDomain<P>(
    String name,
    List<Condition<P>> columns,
    List<Action> actions,
    List<P> points,
    Function<P, Encounter> encounter,
    Function<P, String> subject) {

  /**
   * A condition column.
   *
   * @param pattern the object type above it
   * @param snippet the code
   * @param blank in how many of ten rows it is blank
   * @param draw draws a cell
   * @param accepts what the code says, written once more
   */
  record Condition<P>(
      String pattern,
      String snippet,
      int blank,
      Function<Random, String> draw,
      BiPredicate<P, String> accepts) {}

  /**
   * An action column.
   *
   * @param snippet the code
   * @param draw draws a cell, or an empty one
   */
  record Action(String snippet, Function<Random, String> draw) {}

  /** A table without rows. */
  TableDraft header() {
    TableDraft draft = new TableDraft(name);
    columns.forEach(column -> draft.condition(column.pattern(), column.snippet()));
    actions.forEach(action -> draft.action(action.snippet()));
    return draft;
  }
}
