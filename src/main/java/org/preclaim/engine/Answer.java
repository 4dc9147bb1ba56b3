package org.preclaim.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.CodeSuggestion;
import org.preclaim.decision.DenialWarning;
import org.preclaim.decision.DenialWarning.Severity;
import org.preclaim.decision.Outcome;
import org.preclaim.decision.TraceStep;
import org.preclaim.encounter.Money;
import org.preclaim.engine.language.BilledLine;
import org.preclaim.engine.language.Finding;
import org.preclaim.engine.language.Flag;
import org.preclaim.engine.language.Proposal;
import org.preclaim.engine.language.Statement;

/**
 * Folds what the families stated into the lists of a decision. The order in which rules fired
 * leaves no mark: everything is sorted, and what was stated twice is answered once.
 */
final class Answer {

  /** Additions have no line and come last. */
  private static final int NO_LINE = Integer.MAX_VALUE;

  // The text of the whole settles what is still equal: it names every part.

  private static final Comparator<CodeSuggestion> SUGGESTION_ORDER =
      Comparator.comparingInt(Answer::lineOf)
          .thenComparing(suggestion -> suggestion.policy().id())
          .thenComparing(CodeSuggestion::toString);

  private static final Comparator<DenialWarning> WARNING_ORDER =
      Comparator.comparingInt(Answer::firstLineOf)
          .thenComparing(warning -> warning.policy().id())
          .thenComparing(DenialWarning::toString);

  private static final Comparator<TraceStep> TRACE_ORDER =
      Comparator.comparing(TraceStep::policy).thenComparing(TraceStep::toString);

  private static final Map<String, Severity> SEVERITIES =
      Stream.of(Severity.values())
          .collect(Collectors.toUnmodifiableMap(Severity::word, severity -> severity));

  private final String payer;
  private final List<CodeSuggestion> suggestions = new ArrayList<>();
  private final List<DenialWarning> warnings = new ArrayList<>();
  private final List<TraceStep> trace = new ArrayList<>();

  /**
   * @param payer the payer's word, for messages
   */
  Answer(String payer) {
    this.payer = payer;
  }

  /** Takes in what one family stated. */
  void add(List<Stated> family) {
    IdentityHashMap<Statement, Policy> sources = null;
    for (Stated stated : family) {
      trace.add(stated.traced());
      if (stated.statement() instanceof Finding finding) {
        Policy policy = stated.policy();
        Statement because = finding.because();
        if (because != null) {
          sources = sources == null ? sources(family) : sources;
          Policy row = sources.get(because);
          policy = row == null ? policy : policy.telling(row);
        }
        add(finding, policy);
      }
    }
  }

  private static IdentityHashMap<Statement, Policy> sources(List<Stated> family) {
    IdentityHashMap<Statement, Policy> sources = new IdentityHashMap<>();
    for (Stated stated : family) {
      sources.put(stated.statement(), stated.policy());
    }
    return sources;
  }

  private void add(Finding finding, Policy policy) {
    if (finding instanceof Flag flag) {
      warnings.add(warning(flag, policy));
    } else if (finding instanceof Proposal proposal) {
      suggestions.add(suggestion(proposal, policy));
    }
  }

  private DenialWarning warning(Flag flag, Policy policy) {
    List<Integer> atRisk = new ArrayList<>(2);
    List<Integer> lines = new ArrayList<>(2);
    List<String> codes = new ArrayList<>(2);
    for (BilledLine line : flag.atRisk()) {
      addOnce(atRisk, line.number());
      addOnce(lines, line.number());
      addOnce(codes, line.code());
    }
    for (BilledLine line : flag.with()) {
      addOnce(lines, line.number());
      addOnce(codes, line.code());
    }
    flag.codes().forEach(code -> addOnce(codes, code));
    Subject subject = Subject.of(flag, payer);
    return new DenialWarning(
        flag.kind(),
        List.copyOf(lines),
        List.copyOf(atRisk),
        List.copyOf(codes),
        severity(flag.severity()),
        policy.message(subject),
        policy.expect(),
        chargeAtRisk(flag.atRisk()),
        policy.remedies(subject),
        policy.ref());
  }

  private static <T> void addOnce(List<T> items, T item) {
    if (!items.contains(item)) {
      items.add(item);
    }
  }

  private CodeSuggestion suggestion(Proposal proposal, Policy policy) {
    BilledLine line = proposal.line();
    return new CodeSuggestion(
        proposal.action(),
        line == null ? null : line.number(),
        proposal.code(),
        proposal.modifiers(),
        proposal.units(),
        policy.message(Subject.of(proposal, payer)),
        policy.ref());
  }

  private static Severity severity(String word) {
    Severity severity = SEVERITIES.get(word);
    if (severity == null) {
      throw new IllegalStateException("`" + word + "` is no severity");
    }
    return severity;
  }

  private static @Nullable Money chargeAtRisk(List<BilledLine> lines) {
    Money sum = null;
    for (BilledLine line : lines) {
      Money charge = line.charge();
      if (charge != null) {
        sum = sum == null ? charge : sum.plus(charge);
      }
    }
    return sum;
  }

  private static int lineOf(CodeSuggestion suggestion) {
    Integer line = suggestion.line();
    return line == null ? NO_LINE : line;
  }

  private static int firstLineOf(DenialWarning warning) {
    return warning.lines().isEmpty() ? NO_LINE : warning.lines().get(0);
  }

  /** The outcome where every required family was evaluated. */
  Outcome outcome() {
    if (!warnings.isEmpty()) {
      return Outcome.WARNINGS;
    }
    return suggestions.isEmpty() ? Outcome.CLEAN : Outcome.SUGGESTIONS;
  }

  List<CodeSuggestion> suggestions() {
    return canonical(suggestions, SUGGESTION_ORDER);
  }

  List<DenialWarning> warnings() {
    return canonical(warnings, WARNING_ORDER);
  }

  List<TraceStep> trace() {
    return canonical(trace, TRACE_ORDER);
  }

  /** In order, each once: what is equal stands side by side after sorting. */
  private static <T> List<T> canonical(List<T> items, Comparator<T> order) {
    if (items.size() < 2) {
      return List.copyOf(items);
    }
    items.sort(order);
    List<T> distinct = new ArrayList<>(items.size());
    for (T item : items) {
      if (distinct.isEmpty() || !item.equals(distinct.get(distinct.size() - 1))) {
        distinct.add(item);
      }
    }
    return List.copyOf(distinct);
  }
}
