package org.preclaim.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.preclaim.decision.Check;
import org.preclaim.decision.Decision;
import org.preclaim.decision.Outcome;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.engine.VerificationReport.FamilySummary;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.DeniedLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.language.Flag;
import org.preclaim.engine.published.NothingLoaded;
import org.preclaim.engine.published.Publications;
import org.preclaim.engine.rows.RowCell;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.ReferenceData;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyRelease;

/**
 * A release that decides encounters. Immutable; any number of threads may use one at the same time.
 * The same release and encounter give an equal decision, whatever the machine, hour or order of
 * facts.
 */
public final class CompiledRelease {

  private static final FamilyWatch UNWATCHED = (family, facts, denied, outcome) -> {};

  private final PolicyRelease release;
  private final List<CompiledFamily> families;
  private final boolean asksForDenials;

  private CompiledRelease(PolicyRelease release, List<CompiledFamily> families) {
    this.release = release;
    this.families = List.copyOf(families);
    this.asksForDenials = families.stream().anyMatch(CompiledFamily::afterOthers);
  }

  /** Compiles every family; throws everything that is wrong with any of them at once. */
  public static CompiledRelease compile(PolicyRelease release) throws ProblemsException {
    return compile(release, ArtefactCache.none());
  }

  /** The same; what {@code cache} holds is not compiled again. */
  public static CompiledRelease compile(PolicyRelease release, ArtefactCache cache)
      throws ProblemsException {
    List<CompiledFamily> families = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Family family : release.families()) {
      try {
        families.add(CompiledFamily.compile(family, cache));
      } catch (ProblemsException refused) {
        problems.addAll(refused.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemsException(problems);
    }
    return new CompiledRelease(release, inOrder(families));
  }

  /** Families that ask what others deny come last; both groups keep their order by name. */
  private static List<CompiledFamily> inOrder(List<CompiledFamily> families) {
    return families.stream().sorted(Comparator.comparing(CompiledFamily::afterOthers)).toList();
  }

  /** What the release says about {@code encounter} where no official files are loaded. */
  public Decision evaluate(Encounter encounter) {
    return evaluate(encounter, NothingLoaded.INSTANCE);
  }

  /** What the release says about {@code encounter} beside these official files. */
  public Decision evaluate(Encounter encounter, ReferenceData reference) {
    return evaluate(encounter, reference, release.ref());
  }

  /**
   * What the release says about {@code encounter} beside these official files.
   *
   * @param named what release and files are together; the decision says so
   */
  public Decision evaluate(Encounter encounter, ReferenceData reference, ReleaseRef named) {
    return evaluate(encounter, reference, named, UNWATCHED);
  }

  private Decision evaluate(
      Encounter encounter, ReferenceData reference, ReleaseRef named, FamilyWatch watch) {
    String payer = Objects.requireNonNullElse(encounter.payer(), "");
    PayerTerms terms = new PayerTerms(release.payer(payer));
    Facts facts = Facts.of(encounter, terms.profile());
    Publications publications = new Publications(facts, reference);
    Answer answer = new Answer(payer);
    List<Check> checks = new ArrayList<>(families.size());
    List<DeniedLine> denied = new ArrayList<>();
    boolean incomplete = false;
    for (CompiledFamily family : families) {
      String name = family.family().name();
      List<DeniedLine> before = family.afterOthers() ? List.copyOf(denied) : List.of();
      CompiledFamily.Outcome outcome;
      if (terms.follows(name)) {
        outcome = terms.apply(family.evaluate(facts, before, publications));
        watch.evaluated(family, facts, before, outcome);
      } else {
        outcome = terms.notFollowed(name);
      }
      answer.add(outcome.stated());
      checks.add(outcome.check());
      incomplete |= outcome.incomplete();
      if (asksForDenials && !family.afterOthers()) {
        addDenied(outcome.stated(), denied);
      }
    }
    checks.sort(Comparator.comparing(Check::family));
    return new Decision(
        encounter.id(),
        named,
        publications.asked(),
        incomplete ? Outcome.INCOMPLETE : answer.outcome(),
        answer.suggestions(),
        answer.warnings(),
        List.copyOf(checks),
        answer.trace());
  }

  /** Is told of each family that was evaluated. */
  @FunctionalInterface
  private interface FamilyWatch {
    void evaluated(
        CompiledFamily family,
        Facts facts,
        List<DeniedLine> denied,
        CompiledFamily.Outcome outcome);
  }

  /**
   * Which rows and rules fire on {@code encounter}, and which nearly do, where no official files
   * are loaded. It takes longer than {@link #evaluate(Encounter)}.
   *
   * @param asked the cells that near misses are asked of
   */
  public Observation observe(Encounter encounter, Predicate<RowCell> asked) {
    Observation.Draft draft = new Observation.Draft(asked);
    Decision decision =
        evaluate(encounter, NothingLoaded.INSTANCE, release.ref(), draft::evaluated);
    return draft.observation(decision);
  }

  private static void addDenied(List<Stated> family, List<DeniedLine> denied) {
    for (Stated stated : family) {
      if (stated.statement() instanceof Flag flag && flag.denies()) {
        for (BilledLine line : flag.atRisk()) {
          DeniedLine next = new DeniedLine(line);
          if (!denied.contains(next)) {
            denied.add(next);
          }
        }
      }
    }
  }

  /** The names of its families, in alphabetical order. */
  public List<String> families() {
    return release.families().stream().map(Family::name).sorted().toList();
  }

  /**
   * This release with none of its families but {@code names}. What it decides is nothing that
   * anybody could be told, since the others are missing: it is for measuring what a family costs.
   */
  public CompiledRelease onlyFamilies(Set<String> names) {
    return new CompiledRelease(
        release,
        families.stream().filter(compiled -> names.contains(compiled.family().name())).toList());
  }

  /** The family with this name, compiled. */
  CompiledFamily family(String name) {
    return families.stream()
        .filter(compiled -> compiled.family().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** This release with {@code changed} in the place of the family of that name. */
  CompiledRelease with(CompiledFamily changed) {
    String name = changed.family().name();
    return new CompiledRelease(
        release,
        inOrder(
            families.stream()
                .map(family -> family.family().name().equals(name) ? changed : family)
                .toList()));
  }

  /** The rules of its rule files, by file and line. */
  public List<RuleSummary> rules() {
    return families.stream()
        .flatMap(family -> family.ruleSummaries().stream())
        .sorted(Comparator.comparing(RuleSummary::file).thenComparing(RuleSummary::line))
        .toList();
  }

  /** The policy ids of rows of which nobody can tell which cell each condition comes from. */
  public Set<String> rowsWithoutOrigins() {
    Set<String> rows = new TreeSet<>();
    families.forEach(family -> rows.addAll(family.rules().rowsWithoutOrigins()));
    return rows;
  }

  /** Its families in figures, by name. */
  List<FamilySummary> summaries() {
    return families.stream()
        .map(CompiledFamily::summary)
        .sorted(Comparator.comparing(FamilySummary::family))
        .toList();
  }

  /** The words that encounters may use. */
  public Vocabulary vocabulary() {
    return release.vocabulary();
  }

  /** Names the release. */
  public ReleaseRef ref() {
    return release.ref();
  }

  /** How many policies it holds: rows of tables and rules of rule files. */
  public int policies() {
    return families.stream()
        .mapToInt(family -> family.rules().rows() + family.rules().rules())
        .sum();
  }

  /** What was compiled. */
  public PolicyRelease release() {
    return release;
  }
}
