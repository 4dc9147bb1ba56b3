package org.preclaim.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.CodeSuggestion;
import org.preclaim.decision.DenialWarning;
import org.preclaim.decision.DenialWarning.Remittance;
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
    IdentityHashMap<Statement, Policy> sources = new IdentityHashMap<>();
    family.forEach(stated -> sources.put(stated.statement(), stated.policy()));
    for (Stated stated : family) {
      trace.add(stated.traced());
      if (stated.statement() instanceof Finding finding) {
        Statement source = finding.because();
        Policy row = source == null ? null : sources.get(source);
        add(finding, row == null ? stated.policy() : row.toldBy(stated.policy()));
      }
    }
  }

  private void add(Finding finding, Policy policy) {
    if (finding instanceof Flag flag) {
      warnings.add(warning(flag, policy));
    } else if (finding instanceof Proposal proposal) {
      suggestions.add(suggestion(proposal, policy));
    }
  }

  private DenialWarning warning(Flag flag, Policy policy) {
    List<BilledLine> lines = Stream.concat(flag.atRisk().stream(), flag.with().stream()).toList();
    return new DenialWarning(
        flag.kind(),
        lines.stream().map(BilledLine::number).distinct().toList(),
        flag.atRisk().stream().map(BilledLine::number).distinct().toList(),
        Stream.concat(lines.stream().map(BilledLine::code), flag.codes().stream())
            .distinct()
            .toList(),
        severity(flag.severity()),
        MessageText.of(flag, payer).fill(policy.text("message")),
        remittance(policy),
        chargeAtRisk(flag.atRisk()),
        policy.items("remedies", "\\|").stream()
            .map(remedy -> MessageText.of(flag, payer).fill(remedy))
            .toList(),
        policy.ref());
  }

  private CodeSuggestion suggestion(Proposal proposal, Policy policy) {
    BilledLine line = proposal.line();
    return new CodeSuggestion(
        proposal.action(),
        line == null ? null : line.number(),
        proposal.code(),
        proposal.modifiers(),
        proposal.units(),
        MessageText.of(proposal, payer).fill(policy.text("message")),
        policy.ref());
  }

  private static Severity severity(String word) {
    for (Severity severity : Severity.values()) {
      if (severity.word().equals(word)) {
        return severity;
      }
    }
    throw new IllegalStateException("`" + word + "` is no severity");
  }

  private static @Nullable Remittance remittance(Policy policy) {
    String carc = policy.text("carc");
    return carc.isEmpty()
        ? null
        : new Remittance(policy.text("group"), carc, policy.items("rarc", ","));
  }

  private static @Nullable Money chargeAtRisk(List<BilledLine> lines) {
    return lines.stream()
        .map(BilledLine::charge)
        .filter(Objects::nonNull)
        .reduce(Money::plus)
        .orElse(null);
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
    return suggestions.stream().distinct().sorted(SUGGESTION_ORDER).toList();
  }

  List<DenialWarning> warnings() {
    return warnings.stream().distinct().sorted(WARNING_ORDER).toList();
  }

  List<TraceStep> trace() {
    return trace.stream().distinct().sorted(TRACE_ORDER).toList();
  }
}
