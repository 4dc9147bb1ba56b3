package org.preclaim.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;
import org.preclaim.decision.Check.State;
import org.preclaim.decision.PolicyRef;
import org.preclaim.engine.VerificationReport.TableSummary;
import org.preclaim.engine.language.DeniedLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.Published;
import org.preclaim.engine.rows.NearMissTaker;
import org.preclaim.engine.rows.RowCell;
import org.preclaim.engine.rows.RowTables;

/**
 * The compiled rules and rows of one policy family. Each evaluation has a session of its own, so a
 * rule that fails takes nothing away from the other families.
 */
final class FamilyRules {

  /** More firings than any honest family makes of one encounter. */
  static final int ACTIVATIONS_MAX = 20_000;

  private final CompiledRules compiled;
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
   * @param compiled the family's rules, those of its rows among them
   * @param policies of its rules, by name
   * @param rows the policies of its rows, in their order
   * @param tables its rows, where it has any
   * @param ruleFacts what its other rules look at
   */
  FamilyRules(
      CompiledRules compiled,
      Map<String, Policy> policies,
      List<Policy> rows,
      @Nullable RowTables tables,
      RuleFacts ruleFacts) {
    this.compiled = compiled;
    this.policies = Map.copyOf(policies);
    this.rows = List.copyOf(rows);
    this.tables = tables;
    this.ruleFacts = ruleFacts;
  }

  /** These rules with other rows, of which each stands where a row stood. */
  FamilyRules with(CompiledRules others, RowTables changed) {
    return new FamilyRules(others, policies, rows, changed, ruleFacts);
  }

  /** The family's rows. */
  @Nullable RowTables rowTables() {
    return tables;
  }

  /** The rows of which it is not known which cell each condition comes from. */
  Set<String> rowsWithoutOrigins() {
    return tables == null ? Set.of() : tables.rowsWithoutOrigins(compiled.rows());
  }

  /** Where its rules stand, by their names. */
  Map<String, PolicyRef> places() {
    Map<String, PolicyRef> places = new TreeMap<>();
    policies.forEach((name, policy) -> places.put(name, policy.ref()));
    return places;
  }

  /** How many rows there are. */
  int rows() {
    return rows.size();
  }

  /** How many rules there are beside its rows. */
  int rules() {
    return policies.size();
  }

  /** Its tables as they run. */
  List<TableSummary> tables() {
    return tables == null ? List.of() : tables.outlines().stream().map(TableSummary::of).toList();
  }

  /** Gives the cells that alone hold their row back from these facts. */
  void forEachNearMiss(
      Facts facts, List<DeniedLine> denied, Predicate<RowCell> asked, NearMissTaker taker) {
    if (tables != null) {
      tables.forEachNearMiss(facts, denied, compiled.rows(), asked, taker);
    }
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
      if (tables != null) {
        firings.judge(tables, compiled.rows(), facts, denied);
      }
      List<Published> said = published.get();
      boolean fires =
          switch (ruleFacts) {
            case NONE -> false;
            case WITH_ROWS -> !firings.stated().isEmpty() || !said.isEmpty();
            case ALWAYS -> true;
          };
      return fires ? fire(facts, denied, said, firings) : applied(firings);
    } catch (TooManyFirings repeats) {
      return tooMany(firings);
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError failure) {
      if (facts.budget().spent()) {
        return evaluation(firings, State.SKIPPED, Overrun.detail(failure, firings));
      }
      String where = firings.where();
      String detail = where.isEmpty() ? "a condition failed" : "failed " + where;
      return evaluation(firings, State.ERROR, detail);
    } finally {
      facts.budget().stop();
    }
  }

  /** Lets rules see the facts, what files say and what rows state of them. */
  private Evaluation fire(
      Facts facts, List<DeniedLine> denied, List<Published> said, Firings firings) {
    KieSession session = compiled.base().newKieSession();
    try {
      facts.lines().forEach(session::insert);
      facts.procedures().forEach(session::insert);
      denied.forEach(session::insert);
      said.forEach(session::insert);
      firings.stated().forEach(stated -> session.insert(stated.statement()));
      session.addEventListener((AgendaEventListener) firings);
      session.addEventListener((RuleRuntimeEventListener) firings);
      int fired = session.fireAllRules(ACTIVATIONS_MAX);
      if (facts.budget().spent()) {
        return evaluation(firings, State.SKIPPED, Overrun.detail(null, firings));
      }
      return fired < ACTIVATIONS_MAX ? applied(firings) : tooMany(firings);
    } finally {
      session.dispose();
    }
  }

  private static Evaluation applied(Firings firings) {
    return evaluation(firings, State.APPLIED, null);
  }

  private static Evaluation tooMany(Firings firings) {
    return evaluation(
        firings,
        State.SKIPPED,
        "stopped after " + ACTIVATIONS_MAX + " firings: a rule repeats itself");
  }

  private static Evaluation evaluation(Firings firings, State state, @Nullable String detail) {
    return new Evaluation(firings.stated(), state, detail, firings.fired());
  }

  /**
   * What became of one family.
   *
   * @param stated in firing order
   * @param state applied, skipped or error
   * @param detail why it was not evaluated to the end
   * @param fired the names of the rules that fired, other than those of its rows
   */
  record Evaluation(List<Stated> stated, State state, @Nullable String detail, Set<String> fired) {}
}
