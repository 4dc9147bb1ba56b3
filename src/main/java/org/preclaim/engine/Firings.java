package org.preclaim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.rule.Match;
import org.preclaim.engine.language.Statement;
import org.preclaim.engine.rows.Row;
import org.preclaim.engine.rows.RowCase;

/**
 * Watches one session: what was stated, by which rule, on which facts. It is the only way a finding
 * leaves a session, so a rule needs neither a global nor its own name.
 */
final class Firings extends DefaultAgendaEventListener implements RuleRuntimeEventListener {

  private final Map<String, Policy> policies;
  private final List<Policy> rows;
  private final List<Stated> stated = new ArrayList<>();
  private @Nullable Match firing;

  /**
   * @param policies of the rules, by name
   * @param rows the policies of the rows, by number
   */
  Firings(Map<String, Policy> policies, List<Policy> rows) {
    this.policies = policies;
    this.rows = rows;
  }

  List<Stated> stated() {
    return stated;
  }

  /** The rule whose right side runs now or ran last, or empty before the first. */
  String lastRule() {
    Match match = firing;
    if (match == null) {
      return "";
    }
    RowCase judged = judged(match);
    return judged == null ? match.getRule().getName() : judged.row().name();
  }

  /** The row and facts that a rule of rows judges; {@code null} for any other rule. */
  private static @Nullable RowCase judged(Match match) {
    List<?> facts = match.getObjects();
    return !facts.isEmpty() && facts.get(0) instanceof RowCase judged ? judged : null;
  }

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    firing = event.getMatch();
  }

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    Match match = firing;
    if (match != null && event.getObject() instanceof Statement statement) {
      RowCase judged = judged(match);
      stated.add(judged == null ? byRule(statement, match) : byRow(statement, judged));
    }
  }

  private Stated byRow(Statement statement, RowCase judged) {
    Row row = judged.row();
    return new Stated(statement, rows.get(row.number()), row.name(), judged.facts());
  }

  private Stated byRule(Statement statement, Match match) {
    String rule = match.getRule().getName();
    Policy policy = Objects.requireNonNull(policies.get(rule), rule);
    return new Stated(statement, policy, rule, List.copyOf(match.getObjects()));
  }

  @Override
  public void objectUpdated(ObjectUpdatedEvent event) {
    // Facts and statements are immutable.
  }

  @Override
  public void objectDeleted(ObjectDeletedEvent event) {
    // Rules only add.
  }
}
