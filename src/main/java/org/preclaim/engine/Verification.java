package org.preclaim.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preclaim.decision.Decision;
import org.preclaim.decision.Outcome;
import org.preclaim.decision.PolicyRef;
import org.preclaim.engine.VerificationReport.FamilySummary;
import org.preclaim.engine.published.NothingLoaded;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.ReferenceData;
import org.preclaim.release.Family;
import org.preclaim.release.NotChecked;
import org.preclaim.release.OfficialLint;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.PolicyReading;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.Mention;
import org.preclaim.table.Scenario;
import org.preclaim.table.Workbook;

/** Compiles a release and lets its own scenarios say whether it decides as its authors expect. */
public final class Verification {

  private static final String MODIFIERS = "modifier";

  private Verification() {}

  /**
   * Everything that can be said against the files of {@code folder}: their form and their values,
   * the codes that they name, the code of rules and headers, and what their scenarios promise.
   *
   * @param reference the official files in which codes are looked up; what they do not cover is
   *     told as not checked
   */
  public static VerificationReport verify(PolicyFolder folder, ReferenceData reference) {
    PolicyReading reading = folder.reading();
    List<Workbook> workbooks = workbooks(reading.release());
    OfficialLint.Answer official = official(reading.release(), reference);
    List<Problem> problems = new ArrayList<>(reading.problems());
    problems.addAll(official.problems());
    List<NotChecked> notChecked = new ArrayList<>(official.notChecked());
    notChecked.addAll(unknownModifiers(reading.release()));
    List<FamilySummary> families = List.of();
    if (reading.problems().isEmpty()) {
      VerificationReport compiled = verify(reading.release());
      problems.addAll(compiled.problems());
      families = compiled.families();
    } else {
      problems.addAll(problemsOfSoundFamilies(reading));
    }
    if (families.isEmpty()) {
      notChecked.add(
          new NotChecked(
              NotChecked.SCENARIOS, "they were not run, because of the problems that were found"));
    }
    problems.sort(ReadingOrder.BY_PLACE);
    List<VerifiedFile> files = files(folder, workbooks);
    return new VerificationReport(reading.release().ref(), families, problems, notChecked, files);
  }

  /** The same where no official files are loaded. */
  public static VerificationReport verify(PolicyFolder folder) {
    return verify(folder, NothingLoaded.INSTANCE);
  }

  /** Without their list, unknown modifiers pass. */
  private static List<NotChecked> unknownModifiers(PolicyRelease release) {
    return release.vocabulary().words(MODIFIERS).isEmpty()
        ? List.of(
            new NotChecked(
                MODIFIERS,
                "the vocabulary has no list `modifier`, so only their form was looked at"))
        : List.of();
  }

  /** What the official files say of the codes that {@code release} names. */
  public static OfficialLint.Answer official(PolicyRelease release, ReferenceData reference) {
    return new OfficialLint(reference)
        .check(workbooks(release).stream().flatMap(book -> Mention.in(book).stream()).toList());
  }

  private static List<Workbook> workbooks(PolicyRelease release) {
    return release.families().stream()
        .map(Family::workbook)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparing(Workbook::file))
        .toList();
  }

  private static List<VerifiedFile> files(PolicyFolder folder, List<Workbook> workbooks) {
    Map<String, VerifiedFile> files = new TreeMap<>();
    folder.paths().forEach(path -> files.put(path, VerifiedFile.whole(path)));
    workbooks.forEach(workbook -> files.put(workbook.file(), VerifiedFile.of(workbook)));
    return List.copyOf(files.values());
  }

  /** What is wrong with the code of families in whose files nothing else is wrong. */
  private static List<Problem> problemsOfSoundFamilies(PolicyReading reading) {
    Set<String> unsound =
        reading.problems().stream()
            .map(problem -> VerifiedFile.fileOf(problem.place()))
            .map(PolicyFolder::familyOf)
            .collect(Collectors.toSet());
    List<Family> sound =
        reading.release().families().stream()
            .filter(family -> !unsound.contains(family.name()))
            .toList();
    try {
      CompiledRelease.compile(reading.release().onlyFamilies(sound));
      return List.of();
    } catch (ProblemsException refused) {
      return refused.problems();
    }
  }

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
