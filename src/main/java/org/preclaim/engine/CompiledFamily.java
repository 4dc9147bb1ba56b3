package org.preclaim.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.preclaim.decision.Check;
import org.preclaim.decision.Check.State;
import org.preclaim.decision.PolicyRef;
import org.preclaim.engine.VerificationReport.FamilySummary;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.engine.language.CodeSelected;
import org.preclaim.engine.language.DeniedLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.PrimaryRequired;
import org.preclaim.engine.language.SidedCode;
import org.preclaim.engine.published.Publications;
import org.preclaim.engine.rows.RowTables;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.release.RuleFile;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.Workbook;

/**
 * A family that is ready to be evaluated.
 *
 * @param family what it was compiled from
 * @param rules its rules and rows
 * @param applicability which encounters it concerns
 * @param official what its rules ask of official files
 * @param afterOthers whether its rules ask what other families deny
 */
record CompiledFamily(
    Family family,
    FamilyRules rules,
    Applicability applicability,
    OfficialFamily official,
    boolean afterOthers) {

  /** What rows state for rules: a rule that awaits one of these concerns what its row concerns. */
  private static final Set<String> STATED_BY_ROWS =
      Set.of(
          CodeSelected.class.getSimpleName(),
          PrimaryRequired.class.getSimpleName(),
          SidedCode.class.getSimpleName());

  private static final String DENIED = DeniedLine.class.getSimpleName();

  /** Compiles a family; throws everything that is wrong with its code at once. */
  static CompiledFamily compile(Family family, ArtefactCache cache) throws ProblemsException {
    Map<String, Policy> policies = new HashMap<>();
    List<Policy> rows = new ArrayList<>();
    Workbook workbook = family.workbook();
    RowTables tables = null;
    if (workbook != null) {
      tables = RowTables.of(workbook);
      workbook.policies().forEach(row -> rows.add(policy(workbook.file(), row)));
    }
    List<RuleOutline> outlines = List.of();
    RuleFile file = family.rules();
    if (file != null) {
      outlines = RuleOutline.of(file.path(), file.text());
      outlines.forEach(rule -> policies.put(rule.name(), policy(file.path(), rule)));
    }
    CompiledRules compiled = RuleCache.SHARED.rules(family.name(), tables, file, cache);
    OfficialFamily official = OfficialFamily.of(family, outlines);
    boolean unkeyed =
        outlines.stream()
            .filter(rule -> !official.answers(rule))
            .anyMatch(rule -> rule.awaits().stream().noneMatch(STATED_BY_ROWS::contains));
    boolean afterOthers =
        outlines.stream().anyMatch(rule -> rule.matches().contains(DENIED))
            || (tables != null && tables.asksForDenials());
    FamilyRules rules =
        new FamilyRules(
            compiled, policies, rows, tables, FamilyRules.RuleFacts.of(outlines, unkeyed));
    return new CompiledFamily(
        family, rules, new Applicability(family, unkeyed), official, afterOthers);
  }

  static Policy policy(String file, PolicyRow row) {
    String citation = row.metadata("citation").orElse("");
    return new Policy(
        new PolicyRef(row.id(), file, row.place(), OptionalInt.empty(), citation), row.metadata());
  }

  static Policy policy(String file, RuleOutline rule) {
    String citation = rule.metadata().getOrDefault("citation", "");
    return new Policy(
        new PolicyRef(rule.id(), file, null, OptionalInt.of(rule.line()), citation),
        rule.metadata());
  }

  /**
   * The family where {@code workbook} has the place of its own, and a row of it reads otherwise.
   *
   * @param tables the rows of {@code workbook}
   * @param sameKeys whether it is found by the same codes and kinds
   */
  CompiledFamily with(
      Workbook workbook, RowTables tables, CompiledRules compiled, boolean sameKeys) {
    Family changed = new Family(family.name(), workbook, family.rules());
    return new CompiledFamily(
        changed,
        rules.with(compiled, tables),
        sameKeys ? applicability : applicability.of(changed),
        official,
        afterOthers || tables.asksForDenials());
  }

  /** What the family says of these facts, and what became of it. */
  Outcome evaluate(Facts facts, List<DeniedLine> denied, Publications publications) {
    if (official.asks()) {
      return official.evaluate(rules, facts, denied, publications);
    }
    Check instead = applicability.instead(facts);
    if (instead != null) {
      return Outcome.instead(instead, leavesIncomplete(instead.state()));
    }
    FamilyRules.Evaluation evaluation = rules.evaluate(facts, denied);
    return new Outcome(
        evaluation.stated(),
        new Check(family.name(), evaluation.state(), evaluation.detail()),
        leavesIncomplete(evaluation.state()),
        evaluation.fired());
  }

  /** The family in figures. */
  FamilySummary summary() {
    Workbook workbook = family.workbook();
    int scenarios = workbook == null ? 0 : workbook.scenarios().size();
    return new FamilySummary(family.name(), rules.rows(), rules.rules(), scenarios, rules.tables());
  }

  /** Its rules other than those of its rows. */
  List<RuleSummary> ruleSummaries() {
    return rules.places().entrySet().stream()
        .map(
            rule ->
                new RuleSummary(
                    rule.getKey(),
                    rule.getValue().file(),
                    rule.getValue().line().orElse(1),
                    official.asks()))
        .toList();
  }

  /** Whether {@code state} leaves the encounter incomplete. */
  private boolean leavesIncomplete(State state) {
    return switch (state) {
      case APPLIED, NOT_APPLICABLE -> false;
      case NO_DATA -> family.required();
      case ERROR, SKIPPED -> true;
    };
  }

  /**
   * What a family says of an encounter.
   *
   * @param stated its statements
   * @param check what became of it
   * @param incomplete whether that leaves the encounter incomplete
   * @param fired the names of the rules that fired, other than those of its rows
   */
  record Outcome(List<Stated> stated, Check check, boolean incomplete, Set<String> fired) {

    /** What a family that was not evaluated says. */
    static Outcome instead(Check check, boolean incomplete) {
      return new Outcome(List.of(), check, incomplete, Set.of());
    }
  }
}
