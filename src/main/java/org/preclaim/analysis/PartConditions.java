package org.preclaim.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.preclaim.analysis.NumberSet.Comparison;
import org.preclaim.analysis.Part.Compare;

/** Turns pieces of code, filled with the words of a cell, into conditions. */
final class PartConditions {

  /** Modifiers that state a distinct service, as {@code BilledLine} knows them. */
  private static final List<String> DISTINCT = List.of("59", "XE", "XS", "XP", "XU");

  /** Modifiers that state a repetition, as {@code BilledLine} knows them. */
  private static final List<String> REPEATED = List.of("76", "77", "91");

  private PartConditions() {}

  /**
   * What {@code part} asks with these words. Throws {@link IllegalArgumentException} or {@link
   * java.time.DateTimeException} where a word is none that the property could be compared with.
   */
  static Conditions of(Part part, List<String> words) {
    Part.Ask ask = part.ask();
    if (ask instanceof Compare compare) {
      return compared(compare, words, part.every());
    } else if (ask instanceof Part.Say say) {
      return clauses(said(say, words, part.every()));
    } else if (ask instanceof Part.Lack lack) {
      return clauses(List.of(Clause.notAllOf(atoms(lack.fact(), lack.says(), words))));
    } else if (ask instanceof Part.Join join) {
      return clauses(joined(join));
    }
    return Conditions.NONE;
  }

  static Conditions clauses(List<Clause> clauses) {
    return new Conditions(new TreeSet<>(), Map.of(), clauses);
  }

  private static Conditions compared(Compare compare, List<String> words, boolean every) {
    Property property = compare.property();
    ValueSet accepted =
        property.isNumber() ? numbers(compare, words, every) : words(compare, words, every);
    return switch (property.type()) {
      case WORD, SETTING, TRUTH, DAY, UNITS, YEARS ->
          new Conditions(
              new TreeSet<>(),
              Map.of(compare.variable(), property.domain().and(accepted)),
              List.of());
      case SIDE_STATED -> clauses(sides(compare.variable().fact(), (WordSet) accepted));
      case DISTINCT -> clauses(carries(compare, (WordSet) accepted, DISTINCT));
      case REPEATED -> clauses(carries(compare, (WordSet) accepted, REPEATED));
    };
  }

  private static WordSet words(Compare compare, List<String> words, boolean every) {
    boolean equal = compare.comparison() == Comparison.EQUAL;
    List<String> possible = words.stream().filter(compare.property()::mayBe).toList();
    // One of several, or none of several: what tables say, and may say of long lists.
    if (equal != every || words.size() == 1) {
      return equal ? WordSet.of(possible) : WordSet.allBut(possible);
    }
    boolean same = new TreeSet<>(words).size() == 1;
    if (equal) {
      return same ? WordSet.of(possible) : WordSet.of(List.of());
    }
    return same ? WordSet.allBut(possible) : WordSet.allBut(List.of());
  }

  private static NumberSet numbers(Compare compare, List<String> words, boolean every) {
    NumberSet accepted = null;
    for (String word : words) {
      NumberSet one = number(compare, word);
      accepted = accepted == null ? one : every ? accepted.and(one) : accepted.or(one);
    }
    return accepted == null ? NumberSet.ALL : accepted;
  }

  private static NumberSet number(Compare compare, String word) {
    return switch (compare.property().type()) {
      case DAY ->
          NumberSet.of(
              compare.comparison(), BigDecimal.valueOf(LocalDate.parse(word).toEpochDay()), true);
      case YEARS -> NumberSet.of(compare.comparison(), new BigDecimal(word), true);
      case UNITS -> NumberSet.of(compare.comparison(), new BigDecimal(word), false);
      case WORD, SETTING, TRUTH, SIDE_STATED, DISTINCT, REPEATED ->
          throw new IllegalStateException("no number: " + compare);
    };
  }

  private static List<Clause> said(Part.Say say, List<String> words, boolean every) {
    List<Atom> atoms = atoms(say.fact(), say.says(), words);
    if (!every) {
      return List.of(say.holds() ? Clause.anyOf(atoms) : Clause.notAllOf(atoms));
    }
    return atoms.stream()
        .map(List::of)
        .map(atom -> say.holds() ? Clause.anyOf(atom) : Clause.notAllOf(atom))
        .toList();
  }

  private static List<Atom> atoms(int fact, Atom.Says says, List<String> words) {
    return words.stream()
        .map(word -> says == Atom.Says.DIAGNOSIS ? word.replace(".", "") : word)
        .map(word -> new Atom(fact, says, word))
        .toList();
  }

  private static Atom modifier(int fact, String word) {
    return new Atom(fact, Atom.Says.MODIFIER, word);
  }

  private static List<Clause> none(int fact, List<String> modifiers) {
    return modifiers.stream().map(word -> Clause.notAllOf(Set.of(modifier(fact, word)))).toList();
  }

  private static List<Clause> carries(Compare compare, WordSet accepted, List<String> modifiers) {
    int fact = compare.variable().fact();
    List<Clause> clauses = new ArrayList<>();
    if (!accepted.contains("false")) {
      clauses.add(Clause.anyOf(atoms(fact, Atom.Says.MODIFIER, modifiers)));
    }
    if (!accepted.contains("true")) {
      clauses.addAll(none(fact, modifiers));
    }
    return clauses;
  }

  /** Excludes each way of carrying 50, LT and RT that states a side which is not accepted. */
  private static List<Clause> sides(int fact, WordSet accepted) {
    List<Atom> atoms = atoms(fact, Atom.Says.MODIFIER, List.of("50", "LT", "RT"));
    List<Clause> clauses = new ArrayList<>();
    for (int carried = 0; carried < 8; carried++) {
      boolean left = (carried & 2) != 0;
      boolean right = (carried & 4) != 0;
      boolean both = (carried & 1) != 0 || (left && right);
      String side = both ? "bilateral" : left ? "left" : right ? "right" : "";
      if (!accepted.contains(side)) {
        clauses.add(unless(atoms, carried));
      }
    }
    return clauses;
  }

  private static Clause unless(List<Atom> atoms, int carried) {
    Set<Atom> yes = new LinkedHashSet<>();
    Set<Atom> no = new LinkedHashSet<>();
    for (int index = 0; index < atoms.size(); index++) {
      ((carried >> index & 1) == 1 ? no : yes).add(atoms.get(index));
    }
    return new Clause(yes, no);
  }

  /** Work of one session is not on opposite sides, and neither line states a distinct service. */
  private static List<Clause> joined(Part.Join join) {
    List<Clause> clauses = new ArrayList<>();
    Atom.Says says = join.together() ? Atom.Says.TOGETHER : Atom.Says.SAME_DAY;
    int first = Math.min(join.fact(), join.other());
    int second = Math.max(join.fact(), join.other());
    Atom sameDay = new Atom(first, Atom.Says.SAME_DAY, Integer.toString(second));
    clauses.add(Clause.anyOf(Set.of(sameDay)));
    if (says == Atom.Says.TOGETHER) {
      clauses.add(Clause.anyOf(Set.of(new Atom(first, says, Integer.toString(second)))));
      clauses.addAll(none(first, DISTINCT));
      clauses.addAll(none(second, DISTINCT));
      clauses.add(notOpposite(first, second));
      clauses.add(notOpposite(second, first));
    }
    return clauses;
  }

  private static Clause notOpposite(int left, int right) {
    return new Clause(
        Set.of(
            modifier(left, "50"),
            modifier(left, "RT"),
            modifier(right, "50"),
            modifier(right, "LT")),
        Set.of(modifier(left, "LT"), modifier(right, "RT")));
  }
}
