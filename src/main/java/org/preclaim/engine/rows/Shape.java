package org.preclaim.engine.rows;

import java.util.List;
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
 */
record Shape(
    long id,
    String drl,
    List<FactType> facts,
    @Nullable Key key,
    List<Key> joins,
    boolean asksForDenials) {

  /** More patterns than this would join too many facts. */
  static final int FACTS_MAX = 3;

  /**
   * Where a row names the codes or kinds of one of its facts.
   *
   * @param position of the fact among the case's facts
   * @param slot of the row's value: a text, or a list of them
   */
  record Key(int position, int slot) {}
}
