package org.preclaim.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;
import org.preclaim.decision.Check.State;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.DeniedLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.Performed;

/**
 * The compiled rules and rows of one policy family. Each evaluation has a session of its own, so a
 * rule that fails takes nothing away from the other families.
 */
final class FamilyRules {

  /** More firings than any honest family makes of one encounter. */
  static final int ACTIVATIONS_MAX = 20_000;

  private final KieBase base;
  private final Map<String, Policy> policies;

  /**
   * @param base the family's rules and rows
   * @param policies their policies by rule name
   */
  FamilyRules(KieBase base, Map<String, Policy> policies) {
    this.base = base;
    this.policies = Map.copyOf(policies);
  }

  /** How many rows and rules there are. */
  int policies() {
    return policies.size();
  }

  /** What the family states of these facts; what it stated before a failure is kept. */
  Evaluation evaluate(Facts facts, List<DeniedLine> denied) {
    Firings firings = new Firings(policies);
    KieSession session = base.newKieSession();
    facts.budget().start();
    try {
      session.addEventListener((AgendaEventListener) firings);
      session.addEventListener((RuleRuntimeEventListener) firings);
      for (BilledLine line : facts.lines()) {
        session.insert(line);
      }
      for (Performed performed : facts.procedures()) {
        session.insert(performed);
      }
      for (DeniedLine line : denied) {
        session.insert(line);
      }
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
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError failure) {
      if (facts.budget().spent()) {
        return new Evaluation(firings.stated(), State.SKIPPED, Overrun.detail(failure, firings));
      }
      String rule = firings.lastRule();
      String detail = rule.isEmpty() ? "a condition failed" : "failed in or after `" + rule + "`";
      return new Evaluation(firings.stated(), State.ERROR, detail);
    } finally {
      facts.budget().stop();
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
