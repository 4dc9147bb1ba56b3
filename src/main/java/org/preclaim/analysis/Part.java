package org.preclaim.analysis;

import org.jspecify.annotations.Nullable;

/**
 * A piece of a column's code: what it asks of a fact, and where the words come from.
 *
 * @param ask what is asked
 * @param source where the words come from
 * @param every whether all of several words must pass, or one of them
 */
record Part(Ask ask, Source source, boolean every) {

  /** What a piece of code asks. */
  sealed interface Ask {}

  /** Compares a property. */
  record Compare(Variable variable, Property property, NumberSet.Comparison comparison)
      implements Ask {}

  /** Asks whether something can be said of the fact, or cannot. */
  record Say(int fact, Atom.Says says, boolean holds) implements Ask {}

  /** Asks that of several things one is missing. */
  record Lack(int fact, Atom.Says says) implements Ask {}

  /** Asks that two lines stand for work of one session, or only of one day. */
  record Join(int fact, int other, boolean together) implements Ask {}

  /** Asks nothing: it only gives a name to what follows. */
  record Nothing() implements Ask {}

  /** Where the words of a piece come from. */
  sealed interface Source {}

  /** The header itself. */
  record Fixed(String word) implements Source {}

  /** The whole cell, which is one word. */
  record Cell() implements Source {}

  /** The whole cell, which is a whole number or not understood. */
  record Whole() implements Source {}

  /** The items of the cell. */
  record Items() implements Source {}

  /** The items of the cell, each in quotes. */
  record Quoted() implements Source {}

  /**
   * One item of the cell.
   *
   * @param index from 0
   */
  record Item(int index) implements Source {}

  static Part of(Ask ask, @Nullable String fixed) {
    return new Part(ask, fixed == null ? new Cell() : new Fixed(fixed), true);
  }
}
