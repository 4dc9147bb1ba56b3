package org.preclaim.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The encounters that a row accepts: for each of its facts, sets of values and what must be said of
 * it. Values and clauses are independent of each other, so that both together are decided exactly.
 *
 * @param facts the patterns that the row uses, from 1
 * @param values what is accepted of each property; any value of those that are not here
 * @param clauses hold all at once
 */
record Conditions(SortedSet<Integer> facts, Map<Variable, ValueSet> values, List<Clause> clauses) {

  /** Copies the collections; what holds in every encounter is left out. */
  Conditions {
    facts = Collections.unmodifiableSortedSet(new TreeSet<>(facts));
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    clauses = clauses.stream().filter(clause -> !clause.isCertain()).distinct().toList();
  }

  /** Every encounter. */
  static final Conditions NONE = new Conditions(new TreeSet<>(), Map.of(), List.of());

  /** What both accept of the same facts. */
  Conditions and(Conditions other) {
    return allOf(List.of(this, other));
  }

  /** What all of them accept of the same facts. */
  static Conditions allOf(List<Conditions> several) {
    SortedSet<Integer> facts = new TreeSet<>();
    Map<Variable, ValueSet> values = new LinkedHashMap<>();
    List<Clause> clauses = new ArrayList<>();
    for (Conditions each : several) {
      facts.addAll(each.facts);
      each.values.forEach((variable, set) -> values.merge(variable, set, ValueSet::and));
      clauses.addAll(each.clauses);
    }
    return new Conditions(facts, values, clauses);
  }

  /** The same with other values of one property; with any value where {@code set} is empty. */
  Conditions with(Variable variable, Optional<? extends ValueSet> set) {
    Map<Variable, ValueSet> changed = new LinkedHashMap<>(values);
    changed.remove(variable);
    set.ifPresent(present -> changed.put(variable, present));
    return new Conditions(facts, changed, clauses);
  }

  /**
   * Gives what this accepts and {@code other} does not, in parts that have nothing in common, until
   * {@code goesOn} wants no more; those that accept nothing are left out. Where {@code other} needs
   * facts that are not here, that is all.
   *
   * @return whether it wanted more to the end
   */
  boolean without(Conditions other, Predicate<Conditions> goesOn) {
    if (!facts.containsAll(other.facts)) {
      return goesOn.test(this);
    }
    Conditions both = this;
    for (Map.Entry<Variable, ValueSet> value : other.values.entrySet()) {
      Variable variable = value.getKey();
      ValueSet mine = both.values.get(variable);
      ValueSet any = mine == null ? Property.domain(variable) : mine;
      ValueSet left = any.without(value.getValue());
      if (!left.isEmpty() && !goesOn.test(both.with(variable, Optional.of(left)))) {
        return false;
      }
      both = both.with(variable, Optional.of(any.and(value.getValue())));
    }
    for (Clause clause : other.clauses) {
      Conditions part = both.and(clauses(clause.refuted()));
      if (part.canHold() && !goesOn.test(part)) {
        return false;
      }
      both = both.and(clauses(List.of(clause)));
    }
    return true;
  }

  private static Conditions clauses(List<Clause> clauses) {
    return new Conditions(new TreeSet<>(), Map.of(), clauses);
  }

  /** What must be said of the facts; empty where no encounter is accepted. */
  Optional<Map<Atom, Boolean>> solve() {
    return values.values().stream().anyMatch(ValueSet::isEmpty)
        ? Optional.empty()
        : Clauses.solve(clauses);
  }

  /** Whether an encounter is accepted. */
  boolean canHold() {
    return solve().isPresent();
  }

  /** Whether both accept a common encounter, for the same facts; each accepts something. */
  boolean meets(Conditions other) {
    for (Map.Entry<Variable, ValueSet> value : other.values.entrySet()) {
      ValueSet mine = values.get(value.getKey());
      if (mine != null && mine.and(value.getValue()).isEmpty()) {
        return false;
      }
    }
    return clauses.isEmpty()
        || other.clauses.isEmpty()
        || !Clauses.mayClash(clauses, other.clauses)
        || Clauses.solve(and(other).clauses).isPresent();
  }

  /** Whether whatever this accepts is accepted by {@code other} too; this accepts something. */
  boolean imply(Conditions other) {
    if (!facts.containsAll(other.facts)) {
      return false;
    }
    for (Map.Entry<Variable, ValueSet> value : other.values.entrySet()) {
      ValueSet mine = values.get(value.getKey());
      ValueSet any = mine == null ? Property.domain(value.getKey()) : mine;
      if (!value.getValue().containsAll(any)) {
        return false;
      }
    }
    for (Clause clause : other.clauses) {
      if (!Clauses.entail(clauses, clause)) {
        return false;
      }
    }
    return true;
  }
}
