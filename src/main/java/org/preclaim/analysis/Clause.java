package org.preclaim.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds where one of {@code yes} holds or one of {@code no} does not.
 *
 * @param yes in the order of their cell
 * @param no in the order of their cell
 */
record Clause(Set<Atom> yes, Set<Atom> no) {

  /** Copies the sets; what no encounter could make true helps nothing. */
  Clause {
    yes = unmodifiable(yes.stream().filter(Atom::isPossible).toList());
    no = unmodifiable(no);
  }

  private static Set<Atom> unmodifiable(Collection<Atom> atoms) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(atoms));
  }

  /** One of these holds. */
  static Clause anyOf(Collection<Atom> atoms) {
    return new Clause(unmodifiable(atoms), Set.of());
  }

  /** One of these does not hold. */
  static Clause notAllOf(Collection<Atom> atoms) {
    return new Clause(Set.of(), unmodifiable(atoms));
  }

  /** Clauses that hold all at once where this does not hold. */
  List<Clause> refuted() {
    List<Clause> refuted = new ArrayList<>();
    yes.forEach(atom -> refuted.add(notAllOf(Set.of(atom))));
    no.forEach(atom -> refuted.add(anyOf(Set.of(atom))));
    return refuted;
  }

  /** Whether it holds in every encounter. */
  boolean isCertain() {
    return no.stream().anyMatch(atom -> !atom.isPossible() || yes.contains(atom));
  }

  Stream<Atom> atoms() {
    return Stream.concat(yes.stream(), no.stream());
  }

  /** Whether this holds wherever {@code other} does, as far as can be seen at once. */
  boolean isWiderThan(Clause other) {
    return yes.containsAll(other.yes) && no.containsAll(other.no);
  }
}
