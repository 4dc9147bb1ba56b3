package org.preclaim.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.preclaim.decision.Decision;
import org.preclaim.engine.language.DeniedLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.rows.NearMissTaker;
import org.preclaim.engine.rows.RowCell;

/**
 * What an encounter shows of the policies that decide it.
 *
 * @param decision what they say of it
 * @param rows the policy ids of the rows that fired
 * @param rules the names of the rules that fired
 * @param nearMisses the cells that alone kept their row from firing
 * @param leftOff the policy ids of rows of which not all combinations of facts were looked at
 */
public record Observation(
    Decision decision,
    Set<String> rows,
    Set<String> rules,
    Set<RowCell> nearMisses,
    Set<String> leftOff) {

  /** Copies the sets. */
  public Observation {
    rows = Set.copyOf(rows);
    rules = Set.copyOf(rules);
    nearMisses = Set.copyOf(nearMisses);
    leftOff = Set.copyOf(leftOff);
  }

  /** An observation under way: it watches one family after the other. */
  static final class Draft implements NearMissTaker {

    private final Predicate<RowCell> asked;
    private final Set<String> rows = new TreeSet<>();
    private final Set<String> rules = new TreeSet<>();
    private final Set<RowCell> nearMisses = new HashSet<>();
    private final Set<String> leftOff = new TreeSet<>();

    Draft(Predicate<RowCell> asked) {
      this.asked = asked;
    }

    /** Takes in what became of a family. */
    void evaluated(
        CompiledFamily family,
        Facts facts,
        List<DeniedLine> denied,
        CompiledFamily.Outcome outcome) {
      rules.addAll(outcome.fired());
      outcome.stated().stream()
          .filter(stated -> stated.policy().ref().cell() != null)
          .forEach(stated -> rows.add(stated.rule()));
      // Of a row that fires on other facts of the encounter, nothing is held back.
      Predicate<RowCell> silent = cell -> !rows.contains(cell.row()) && asked.test(cell);
      switch (outcome.check().state()) {
        // A family that no row concerns is one code away from being applied.
        case APPLIED, NOT_APPLICABLE -> {
          if (family.applicability().wasSentWithAll(facts.encounter())) {
            family.rules().forEachNearMiss(facts, denied, silent, this);
          }
        }
        case NO_DATA, ERROR, SKIPPED -> {
          // Another code or date would not have made a row fire.
        }
      }
    }

    @Override
    public void heldBackBy(RowCell cell) {
      nearMisses.add(cell);
    }

    @Override
    public void leftOff(String row) {
      leftOff.add(row);
    }

    Observation observation(Decision decision) {
      return new Observation(decision, rows, rules, nearMisses, leftOff);
    }
  }
}
