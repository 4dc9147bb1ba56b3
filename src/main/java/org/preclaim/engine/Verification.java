package org.preclaim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preclaim.decision.Decision;
import org.preclaim.decision.Outcome;
import org.preclaim.decision.PolicyRef;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.Scenario;
import org.preclaim.table.Workbook;

/** Compiles a release and lets its own scenarios say whether it decides as its authors expect. */
public final class Verification {

  private Verification() {}

  /** Everything that can be said against {@code release}. */
  public static VerificationReport verify(PolicyRelease release) {
    CompiledRelease compiled;
    try {
      compiled = CompiledRelease.compile(release);
    } catch (ProblemsException refused) {
      return new VerificationReport(release.ref(), List.of(), refused.problems());
    }
    List<Problem> problems = new ArrayList<>();
    for (Family family : release.families()) {
      Workbook workbook = family.workbook();
      if (workbook != null) {
        workbook.scenarios().forEach(scenario -> problems.addAll(differences(compiled, scenario)));
      }
    }
    return new VerificationReport(release.ref(), compiled.summaries(), problems);
  }

  /** Whether {@code release} decides {@code scenario} as it promises. */
  public static boolean keeps(CompiledRelease release, Scenario scenario) {
    return keeps(release.evaluate(scenario.encounter()), scenario);
  }

  /** Whether {@code decision} is what {@code scenario} promises. */
  public static boolean keeps(Decision decision, Scenario scenario) {
    Outcome expected = scenario.outcome();
    return found(decision).equals(scenario.expected())
        && (expected == null || expected == decision.outcome());
  }

  /** How often each policy id occurs among the findings of {@code decision}. */
  public static SortedMap<String, Integer> found(Decision decision) {
    SortedMap<String, Integer> found = new TreeMap<>();
    Stream.concat(
            decision.suggestions().stream().map(suggestion -> suggestion.policy()),
            decision.warnings().stream().map(warning -> warning.policy()))
        .map(PolicyRef::id)
        .forEach(id -> found.merge(id, 1, Integer::sum));
    return found;
  }

  private static List<Problem> differences(CompiledRelease release, Scenario scenario) {
    Decision decision = release.evaluate(scenario.encounter());
    SortedMap<String, Integer> found = found(decision);
    List<Problem> problems = new ArrayList<>();
    if (!found.equals(scenario.expected())) {
      String message =
          "scenario `"
              + scenario.name()
              + "` expects "
              + inWords(scenario.expected())
              + " but the policies state "
              + inWords(found);
      problems.add(new Problem(scenario.place(), "SCENARIO-FINDINGS", message, why(scenario)));
    }
    Outcome expected = scenario.outcome();
    if (expected != null && expected != decision.outcome()) {
      String message =
          "scenario `"
              + scenario.name()
              + "` expects the outcome "
              + expected.word()
              + " but it is "
              + decision.outcome().word();
      problems.add(new Problem(scenario.place(), "SCENARIO-OUTCOME", message, why(scenario)));
    }
    return problems;
  }

  private static String why(Scenario scenario) {
    return "what the scenario shows: " + scenario.why();
  }

  private static String inWords(Map<String, Integer> findings) {
    return findings.isEmpty()
        ? "nothing"
        : findings.entrySet().stream()
            .map(entry -> "`" + entry.getKey() + "`" + times(entry.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String times(int count) {
    return count == 1 ? "" : " x" + count;
  }
}
