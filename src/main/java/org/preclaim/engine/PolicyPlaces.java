package org.preclaim.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.preclaim.decision.PolicyRef;
import org.preclaim.decision.TraceStep;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyRelease;
import org.preclaim.release.RuleFile;
import org.preclaim.table.Workbook;

/**
 * Where the rows and rules of a release are written, told without compiling them. A trace does not
 * hold these places: it is compared byte by byte when an entry is decided again, and entries from
 * before would not come out the same. The files of their release tell them just as surely.
 */
public final class PolicyPlaces {

  /** None are known. */
  public static final PolicyPlaces NONE = new PolicyPlaces(Map.of(), Map.of());

  private final Map<String, PolicyRef> rows;
  private final Map<RuleName, PolicyRef> rules;

  /** A rule is known by its whole name, which begins with its policy in every family. */
  private record RuleName(String policy, String rule) {}

  private PolicyPlaces(Map<String, PolicyRef> rows, Map<RuleName, PolicyRef> rules) {
    this.rows = rows;
    this.rules = rules;
  }

  /** Those of {@code release}; a rule file that cannot be read here has none. */
  public static PolicyPlaces of(PolicyRelease release) {
    Map<String, PolicyRef> rows = new HashMap<>();
    Map<RuleName, PolicyRef> rules = new HashMap<>();
    for (Family family : release.families()) {
      Workbook workbook = family.workbook();
      if (workbook != null) {
        workbook
            .policies()
            .forEach(row -> rows.put(row.id(), CompiledFamily.policy(workbook.file(), row).ref()));
      }
      RuleFile file = family.rules();
      if (file != null) {
        for (RuleOutline rule : outlines(file)) {
          rules.put(
              new RuleName(rule.id(), rule.name()), CompiledFamily.policy(file.path(), rule).ref());
        }
      }
    }
    return new PolicyPlaces(Map.copyOf(rows), Map.copyOf(rules));
  }

  private static List<RuleOutline> outlines(RuleFile file) {
    try {
      return RuleOutline.of(file.path(), file.text());
    } catch (ProblemsException ofAnotherLanguage) {
      return List.of();
    }
  }

  /** Where the row or rule of {@code step} is written. */
  public Optional<PolicyRef> place(TraceStep step) {
    PolicyRef rule = rules.get(new RuleName(step.policy(), step.rule()));
    return Optional.ofNullable(rule == null ? rows.get(step.policy()) : rule);
  }
}
