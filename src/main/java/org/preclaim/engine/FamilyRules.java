package org.preclaim.engine;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;
import org.preclaim.decision.Check.State;
import org.preclaim.engine.language.DeniedLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.Published;
import org.preclaim.engine.rows.RowCase;
import org.preclaim.engine.rows.RowTables;

/**
 * The compiled rules and rows of one policy family. Each evaluation has a session of its own, so a
 * rule that fails takes nothing away from the other families.
 */
final class FamilyRules {

  /** More firings than any honest family makes of one encounter. */
  static final int ACTIVATIONS_MAX = 20_000;

  private final KieBase base;
  private final Map<String, Policy> policies;
  private final List<Policy> rows;
  private final @Nullable RowTables tables;
  private final RuleFacts ruleFacts;

  /** Which facts of the encounter the family's rules, other than those of its rows, look at. */
  enum RuleFacts {
    /** There are no such rules. */
    NONE,
    /** They look at facts, but wait for what a row states. */
    WITH_ROWS,
    /** They may fire where no row does. */
    ALWAYS;

    /**
     * What rules look at.
     *
     * @param unkeyed whether one of them may fire where no row does
     */
    static RuleFacts of(List<RuleOutline> rules, boolean unkeyed) {
      if (rules.isEmpty()) {
        return NONE;
      }
      return unkeyed ? ALWAYS : WITH_ROWS;
    }
  }

  /**
   * @param base the family's rules, those of its rows among them
   * @param policies of its rules, by name
   * @param rows the policies of its rows, in their order
   * @param tables its rows, where it has any
   * @param ruleFacts what its other rules look at
   */
  FamilyRules(
      KieBase base,
      Map<String, Policy> policies,
      List<Policy> rows,
      @Nullable RowTables tables,
      RuleFacts ruleFacts) {
    this.base = base;
    this.policies = Map.copyOf(policies);
    this.rows = List.copyOf(rows);
    this.tables = tables;
    this.ruleFacts = ruleFacts;
  }

  /** How many rows and rules there are. */
  int policies() {
    return policies.size() + rows.size();
  }

  /** What the family states of these facts; what it stated before a failure is kept. */
  Evaluation evaluate(Facts facts, List<DeniedLine> denied) {
    return evaluate(facts, denied, () -> List.of());
  }

  /**
   * The same, beside what official files say.
   *
   * @param published looks that up, at the family's cost
   */
  Evaluation evaluate(Facts facts, List<DeniedLine> denied, Supplier<List<Published>> published) {
    Firings firings = new Firings(policies, rows);
    facts.budget().start();
    try {
      List<RowCase> cases =
          tables == null ? List.of() : tables.cases(facts, denied, ACTIVATIONS_MAX);
      List<Published> said = published.get();
      return cases.isEmpty() && said.isEmpty() && ruleFacts != RuleFacts.ALWAYS
          ? new Evaluation(List.of(), State.APPLIED, null)
          : judge(cases, facts, denied, said, firings);
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError failure) {
      if (facts.budget().spent()) {
        return new Evaluation(firings.stated(), State.SKIPPED, Overrun.detail(failure, firings));
      }
      String rule = firings.lastRule();
      String detail = rule.isEmpty() ? "a condition failed" : "failed in or after `" + rule + "`";
      return new Evaluation(firings.stated(), State.ERROR, detail);
    } finally {
      facts.budget().stop();
    }
  }

  private Evaluation judge(
      List<RowCase> cases,
      Facts facts,
      List<DeniedLine> denied,
      List<Published> said,
      Firings firings) {
    KieSession session = base.newKieSession();
    try {
      session.addEventListener((AgendaEventListener) firings);
      session.addEventListener((RuleRuntimeEventListener) firings);
      if (ruleFacts != RuleFacts.NONE) {
        facts.lines().forEach(session::insert);
        facts.procedures().forEach(session::insert);
        denied.forEach(session::insert);
      }
      said.forEach(session::insert);
      cases.forEach(session::insert);
      int fired = session.fireAllRules(ACTIVATIONS_MAX);
      if (facts.budget().spent()) {
        return new Evaluation(firings.stated(), State.SKIPPED, Overrun.detail(null, firings));
      }
      return fired < ACTIVATIONS_MAX
          ? new Evaluation(firings.stated(), State.APPLIED, null)
          : new Evaluation(
              firings.stated(),
              State.SKIPPED,
              "stopped after " + ACTIVATIONS_MAX + " firings: a rule repeats itself");
    } finally {
      session.dispose();
    }
  }

  /**
   * What became of one family.
   *
   * @param stated in firing order
   * @param state applied, skipped or error
   * @param detail why it was not evaluated to the end
   */
  record Evaluation(List<Stated> stated, State state, @Nullable String detail) {}
}
