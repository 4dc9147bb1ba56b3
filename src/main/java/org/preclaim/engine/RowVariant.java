package org.preclaim.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.preclaim.decision.Check;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.PayerProfile;
import org.preclaim.engine.FamilyRules.RuleFacts;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.rows.RowTables;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.Scenario;

/** A release in which one row reads otherwise. Immutable, and never told to anybody. */
public final class RowVariant {

  private final RowVariants of;
  private final PolicyTable table;
  private final PolicyRow row;
  private final PolicyRow changed;
  private final RowTables changedRow;
  private final Set<String> keys;
  private final Set<String> changedKeys;

  RowVariant(
      RowVariants of, PolicyTable table, PolicyRow row, PolicyRow changed, RowTables changedRow) {
    this.of = of;
    this.table = table;
    this.row = row;
    this.changed = changed;
    this.changedRow = changedRow;
    this.keys = table.keys(row);
    this.changedKeys = table.keys(changed);
  }

  RowTables changedRow() {
    return changedRow;
  }

  /**
   * The scenarios that may be decided otherwise than by the release itself: those of which one of
   * the two rows states something, and those that only one of them concerns.
   */
  public List<Scenario> concerned(List<Scenario> scenarios) {
    if (of.family().afterOthers() || keys.isEmpty() || changedKeys.isEmpty()) {
      return scenarios;
    }
    FamilyRules before = alone(of.alone(table, row));
    FamilyRules after = alone(changedRow);
    Set<String> onlyOne = new HashSet<>(keys);
    onlyOne.addAll(changedKeys);
    onlyOne.removeIf(key -> keys.contains(key) && changedKeys.contains(key));
    return scenarios.stream()
        .filter(
            scenario -> {
              Encounter encounter = scenario.encounter();
              return names(encounter, onlyOne)
                  || matters(before, encounter)
                  || matters(after, encounter);
            })
        .toList();
  }

  private FamilyRules alone(RowTables tables) {
    Policy policy = CompiledFamily.policy(tables.file(), row);
    return new FamilyRules(of.rules(tables), Map.of(), List.of(policy), tables, RuleFacts.NONE);
  }

  private static boolean names(Encounter encounter, Set<String> keys) {
    return encounter.lines().stream().anyMatch(line -> keys.contains(line.code().value()))
        || (encounter.procedures() != null
            && encounter.procedures().stream()
                .anyMatch(procedure -> keys.contains(procedure.kind())));
  }

  /** Whether a row says something of an encounter, or fails on it. */
  private boolean matters(FamilyRules alone, Encounter encounter) {
    String payer = Objects.requireNonNullElse(encounter.payer(), "");
    PayerProfile profile = of.release().release().payer(payer);
    FamilyRules.Evaluation said = alone.evaluate(Facts.of(encounter, profile), List.of());
    return !said.stated().isEmpty() || said.state() != Check.State.APPLIED;
  }

  /** The release with the changed row. */
  public CompiledRelease release() {
    RowTables tables = of.tables().with(changedRow, of.number(row));
    boolean sameKeys = keys.equals(changedKeys);
    return of.release()
        .with(of.family().with(of.with(table, row, changed), tables, of.rules(tables), sameKeys));
  }
}
