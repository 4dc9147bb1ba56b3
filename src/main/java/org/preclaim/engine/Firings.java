package org.preclaim.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.rule.Match;
import org.preclaim.engine.language.DeniedLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.Statement;
import org.preclaim.engine.rows.Row;
import org.preclaim.engine.rows.RowCase;
import org.preclaim.engine.rows.RowJudge;
import org.preclaim.engine.rows.RowTables;

/**
 * What one family states of one encounter, by which row or rule, on which facts. It watches the
 * session and takes in what rows state; a finding leaves in no other way, so a rule needs neither a
 * global nor its own name.
 */
final class Firings extends DefaultAgendaEventListener
    implements RuleRuntimeEventListener, Consumer<Statement> {

  private final Map<String, Policy> policies;
  private final List<Policy> rows;
  private final List<Stated> stated = new ArrayList<>();
  private final Set<String> fired = new HashSet<>();
  private @Nullable RowCase judged;
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

  /** The names of the rules that fired, whether they stated something or not. */
  Set<String> fired() {
    return fired;
  }

  /** Where a failure is: in a row that is judged, or in or after the last rule that fired. */
  String where() {
    RowCase row = judged;
    if (row != null) {
      return "in `" + row.row().name() + "`";
    }
    Match match = firing;
    return match == null ? "" : "in or after `" + match.getRule().getName() + "`";
  }

  /** Takes in what the rows state. */
  void judge(RowTables tables, RowJudge judge, Facts facts, List<DeniedLine> denied) {
    tables.forEachCase(
        facts,
        denied,
        next -> {
          facts.budget().charge();
          judged = next;
          judge.judge(next, this);
        });
    judged = null;
  }

  @Override
  public void accept(Statement statement) {
    if (stated.size() == FamilyRules.ACTIVATIONS_MAX) {
      throw new TooManyFirings();
    }
    RowCase by = Objects.requireNonNull(judged);
    Row row = by.row();
    stated.add(new Stated(statement, rows.get(row.number()), row.name(), by.facts()));
  }

  @Override
  public void beforeMatchFired(BeforeMatchFiredEvent event) {
    Match match = event.getMatch();
    firing = match;
    fired.add(match.getRule().getName());
  }

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    Match match = firing;
    if (match == null) {
      return; // the facts
    }
    if (event.getObject() instanceof Statement statement) {
      stated.add(byRule(statement, match));
    } else if (!(event.getObject() instanceof DeniedLine)) {
      // Anything else could carry values from rule to rule, and grow.
      throw new IllegalStateException("a rule inserted what states nothing");
    }
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
