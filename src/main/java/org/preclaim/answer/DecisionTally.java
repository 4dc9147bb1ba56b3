package org.preclaim.answer;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.preclaim.decision.CodeSuggestion;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;
import org.preclaim.decision.Outcome;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Money;

/**
 * A running count over the decisions of a batch. Its size follows the number of policies, not the
 * number of encounters. Not safe for use by several threads at once.
 */
public final class DecisionTally {

  private static final int POLICIES_SHOWN = 10;

  private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
  private final Map<String, Long> findingsByPolicy = new HashMap<>();
  private Money chargeAtRisk = Money.ZERO;
  private long encounters;
  private long refused;

  /**
   * How often a policy spoke.
   *
   * @param id the policy id
   * @param findings its warnings and suggestions
   */
  public record PolicyCount(String id, long findings) {}

  /** An empty count. */
  public DecisionTally() {
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, 0L);
    }
  }

  /** Counts a decision about {@code encounter}. */
  public void add(Encounter encounter, Decision decision) {
    encounters++;
    outcomes.merge(decision.outcome(), 1L, Long::sum);
    chargeAtRisk = chargeAtRisk.plus(LinesAtRisk.of(encounter, decision).charge());
    Stream.concat(
            decision.warnings().stream().map(DenialWarning::policy),
            decision.suggestions().stream().map(CodeSuggestion::policy))
        .forEach(policy -> findingsByPolicy.merge(policy.id(), 1L, Long::sum));
  }

  /** Counts an encounter that could not be read or decided. */
  public void addRefused() {
    refused++;
  }

  /** How many encounters were decided. */
  public long encounters() {
    return encounters;
  }

  /** How many encounters could not be read or decided. */
  public long refused() {
    return refused;
  }

  /** How many encounters had each outcome; every outcome is there, in the enum's order. */
  public Map<Outcome, Long> outcomes() {
    return new EnumMap<>(outcomes);
  }

  /** The charges of all lines that a warning puts at risk, each line once. */
  public Money chargeAtRisk() {
    return chargeAtRisk;
  }

  /** The policies with most findings, most first, at most ten. */
  public List<PolicyCount> mostFrequentPolicies() {
    return findingsByPolicy.entrySet().stream()
        .map(entry -> new PolicyCount(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingLong(PolicyCount::findings)
                .reversed()
                .thenComparing(PolicyCount::id))
        .limit(POLICIES_SHOWN)
        .toList();
  }
}
