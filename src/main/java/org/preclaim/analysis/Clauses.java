package org.preclaim.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether clauses can hold at once, by trying: what a clause leaves no choice about is settled
 * first. Conditions of one row make a handful of clauses, so that there is next to nothing to try.
 */
final class Clauses {

  private final List<Clause> clauses;

  private Clauses(Collection<Clause> clauses) {
    this.clauses = new ArrayList<>(clauses);
    this.clauses.addAll(diagnosesBelow(clauses));
  }

  /**
   * What must hold for all of {@code clauses} to hold; atoms that do not matter are not among it.
   * Empty where they cannot hold at once.
   */
  static Optional<Map<Atom, Boolean>> solve(Collection<Clause> clauses) {
    Map<Atom, Boolean> settled = new HashMap<>();
    return Optional.ofNullable(new Clauses(clauses).solve(settled));
  }

  /** Whether {@code concluded} holds wherever {@code clauses} do; these can hold at once. */
  static boolean entail(Collection<Clause> clauses, Clause concluded) {
    if (clauses.stream().anyMatch(concluded::isWiderThan)) {
      return true;
    }
    boolean related =
        clauses.stream()
            .flatMap(Clause::atoms)
            .anyMatch(atom -> concluded.atoms().anyMatch(other -> isOfOneKind(atom, other)));
    if (!related) {
      return false;
    }
    List<Clause> refuted = new ArrayList<>(clauses);
    refuted.addAll(concluded.refuted());
    return solve(refuted).isEmpty();
  }

  /**
   * Whether clauses that can hold, and others that can, may not hold at once: only where one of
   * them wants an atom that another does not want. Nothing has to be tried to see that.
   */
  static boolean mayClash(Collection<Clause> clauses, Collection<Clause> others) {
    Set<Atom> wanted = new HashSet<>();
    Set<Atom> unwanted = new HashSet<>();
    for (Clause clause : clauses) {
      wanted.addAll(clause.yes());
      unwanted.addAll(clause.no());
    }
    for (Clause other : others) {
      for (Atom atom : other.yes()) {
        if (unwanted.contains(atom) || isOfDiagnosis(atom)) {
          return true;
        }
      }
      if (other.no().stream().anyMatch(wanted::contains)) {
        return true;
      }
    }
    return wanted.stream().anyMatch(Clauses::isOfDiagnosis);
  }

  /** One that is wanted wants those that it is below. */
  private static boolean isOfDiagnosis(Atom atom) {
    return atom.says() == Atom.Says.DIAGNOSIS;
  }

  private static boolean isOfOneKind(Atom atom, Atom other) {
    return atom.fact() == other.fact() && atom.says() == other.says();
  }

  /** A diagnosis below N13.0 is below N13 too. */
  private static List<Clause> diagnosesBelow(Collection<Clause> clauses) {
    Set<Atom> diagnoses = new LinkedHashSet<>();
    for (Clause clause : clauses) {
      clause.atoms().filter(atom -> atom.says() == Atom.Says.DIAGNOSIS).forEach(diagnoses::add);
    }
    List<Clause> below = new ArrayList<>();
    for (Atom atom : diagnoses) {
      for (int length = 1; length < atom.word().length(); length++) {
        Atom wider = new Atom(atom.fact(), atom.says(), atom.word().substring(0, length));
        if (diagnoses.contains(wider)) {
          below.add(new Clause(Set.of(wider), Set.of(atom)));
        }
      }
    }
    return below;
  }

  private @Nullable Map<Atom, Boolean> solve(Map<Atom, Boolean> settled) {
    Clause open = settle(settled);
    if (open == null) {
      return settled;
    }
    Set<Atom> choices = new HashSet<>();
    // What need not be there is left out first: witnesses stay short.
    for (Atom atom : Stream.concat(open.no().stream(), open.yes().stream()).toList()) {
      if (settled.containsKey(atom) || !choices.add(atom)) {
        continue;
      }
      Map<Atom, Boolean> tried = new HashMap<>(settled);
      tried.put(atom, open.yes().contains(atom));
      Map<Atom, Boolean> solved = solve(tried);
      if (solved != null) {
        return solved;
      }
      settled.put(atom, !open.yes().contains(atom));
    }
    return null;
  }

  /**
   * Settles what clauses leave no choice about. Returns a clause that does not hold yet: one with a
   * choice, or, where there is a contradiction, one without; {@code null} where all hold.
   */
  private @Nullable Clause settle(Map<Atom, Boolean> settled) {
    boolean more = true;
    Clause open = null;
    while (more) {
      more = false;
      open = null;
      for (Clause clause : clauses) {
        if (holds(clause, settled)) {
          continue;
        }
        List<Atom> left = clause.atoms().filter(atom -> !settled.containsKey(atom)).toList();
        if (left.isEmpty()) {
          return clause;
        }
        if (left.size() == 1) {
          settled.put(left.get(0), clause.yes().contains(left.get(0)));
          more = true;
        } else if (open == null) {
          open = clause;
        }
      }
    }
    return open;
  }

  private static boolean holds(Clause clause, Map<Atom, Boolean> settled) {
    for (Atom atom : clause.yes()) {
      if (Boolean.TRUE.equals(settled.get(atom))) {
        return true;
      }
    }
    for (Atom atom : clause.no()) {
      if (Boolean.FALSE.equals(settled.get(atom))) {
        return true;
      }
    }
    return false;
  }
}
