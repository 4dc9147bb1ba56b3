package org.preclaim.engine.rows;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What rows that are filled in the same way have in common: one rule, and what the matcher must
 * know to find their facts.
 *
 * @param id digest of the rule, so that equal shapes of different tables are one
 * @param drl the rule
 * @param facts the types of the facts that its positive patterns bind
 * @param key by which rows are found; absent where each concerns every encounter
 * @param joins of the other facts, those that are found by their code or kind too
 * @param asksForDenials whether one of its patterns asks for lines that other families deny
 * @param conditions which cells its conditions come from
 */
record Shape(
    long id,
    String drl,
    List<FactType> facts,
    @Nullable Key key,
    List<Key> joins,
    boolean asksForDenials,
    Conditions conditions) {

  /** More patterns than this would join too many facts. */
  static final int FACTS_MAX = 3;

  /**
   * Where a row names the codes or kinds of one of its facts.
   *
   * @param position of the fact among the case's facts
   * @param slot of the row's value: a text, or a list of them
   */
  record Key(int position, int slot) {}

  /** The column of a condition that stands in the header alone. */
  static final int OF_HEADER = -1;

  /**
   * The columns that conditions come from, in the order of the rule.
   *
   * @param own of each constraint of the facts that the row binds
   * @param asked of all constraints of each {@code not} and {@code exists}
   */
  record Conditions(List<Integer> own, List<Set<Integer>> asked) {

    /** Copies the lists. */
    Conditions {
      own = List.copyOf(own);
      asked = asked.stream().map(Set::copyOf).toList();
    }

    /** All columns, that of the header's own conditions among them. */
    Set<Integer> columns() {
      Set<Integer> columns = new TreeSet<>(own);
      asked.forEach(columns::addAll);
      return columns;
    }
  }
}
