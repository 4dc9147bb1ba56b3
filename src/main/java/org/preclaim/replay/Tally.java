package org.preclaim.replay;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.preclaim.encounter.Money;
import org.preclaim.replay.FindingChange.Kind;
import org.preclaim.replay.Report.Difference;
import org.preclaim.replay.Report.Entries;
import org.preclaim.replay.Report.Example;
import org.preclaim.replay.Report.Findings;
import org.preclaim.replay.Report.PolicyChange;
import org.preclaim.replay.Verdict.Compared;
import org.preclaim.replay.Verdict.NotDecided;

/**
 * A running report. Its size follows the number of policies, not the number of entries. Not safe
 * for use by several threads at once.
 */
final class Tally {

  private static final int EXAMPLES_MAX = 20;
  private static final int DIFFERENCES_MAX = 5;
  private static final int FIRST_MAX = 3;

  private final Report begun;
  private final boolean drift;
  private final Map<Kind, Long> findings = new EnumMap<>(Kind.class);
  private final SortedMap<String, PolicyChange> policies = new TreeMap<>();
  private final SortedMap<String, Long> notDecided;
  private final List<Example> examples;
  private Money chargeBefore;
  private Money chargeAfter;
  private long same;
  private long different;
  private long erased;

  /** Goes on from {@code begun}. */
  Tally(Report begun) {
    this.begun = begun;
    this.drift = begun.under().equals(Report.RECORDED);
    this.notDecided = new TreeMap<>(begun.notDecided());
    this.examples = new ArrayList<>(begun.examples());
    this.chargeBefore = begun.chargeBefore();
    this.chargeAfter = begun.chargeAfter();
    this.same = begun.entries().same();
    this.different = begun.entries().changed() + begun.entries().drift();
    this.erased = begun.entries().erased();
    begun.policies().forEach(policy -> policies.put(policy.policy(), policy));
    findings.put(Kind.SAME, begun.findings().same());
    findings.put(Kind.CHANGED, begun.findings().changed());
    findings.put(Kind.ADDED, begun.findings().added());
    findings.put(Kind.GONE, begun.findings().gone());
  }

  void add(Verdict verdict) {
    if (verdict instanceof Compared compared) {
      add(compared);
    } else if (verdict instanceof NotDecided left) {
      notDecided.merge(left.reason(), 1L, Long::sum);
    } else {
      erased++;
    }
  }

  private void add(Compared compared) {
    chargeBefore = chargeBefore.plus(compared.chargeBefore());
    chargeAfter = chargeAfter.plus(compared.chargeAfter());
    for (FindingChange change : compared.findings()) {
      findings.merge(change.kind(), 1L, Long::sum);
      policies.merge(
          change.policy(), one(change, compared.subject().entry()), (sum, next) -> sum(sum, next));
    }
    if (compared.isSame()) {
      same++;
      return;
    }
    different++;
    if (examples.size() < EXAMPLES_MAX) {
      examples.add(example(compared));
    }
  }

  private static PolicyChange one(FindingChange change, long entry) {
    Kind kind = change.kind();
    return new PolicyChange(
        change.policy(),
        kind == Kind.SAME ? 1 : 0,
        kind == Kind.CHANGED ? 1 : 0,
        kind == Kind.ADDED ? 1 : 0,
        kind == Kind.GONE ? 1 : 0,
        change.chargeBefore(),
        change.chargeAfter(),
        kind == Kind.SAME ? List.of() : List.of(entry));
  }

  private static PolicyChange sum(PolicyChange sum, PolicyChange next) {
    List<Long> first = sum.first();
    if (first.size() < FIRST_MAX && !first.containsAll(next.first())) {
      first = new ArrayList<>(first);
      first.addAll(next.first());
    }
    return sum.plus(next, first);
  }

  private static Example example(Compared compared) {
    List<Difference> differences = new ArrayList<>(compared.differences());
    for (FindingChange change : compared.findings()) {
      if (change.kind() != Kind.SAME) {
        Finding before = change.before();
        Finding after = change.after();
        differences.add(
            new Difference(
                change.kind().word(),
                change.policy(),
                before == null ? null : before.told(),
                after == null ? null : after.told()));
      }
    }
    return new Example(
        compared.subject().entry(),
        compared.subject().decision(),
        compared.subject().encounter(),
        differences.stream().limit(DIFFERENCES_MAX).map(FieldDifferences::named).toList());
  }

  /** The report as it stands. */
  Report report(boolean complete) {
    long left = notDecided.values().stream().mapToLong(Long::longValue).sum();
    long told = count(Kind.SAME) + count(Kind.CHANGED);
    return new Report(
        begun.under(),
        begun.against(),
        begun.upTo(),
        begun.seed(),
        complete,
        new Entries(
            same + different + erased + left,
            same,
            drift ? 0 : different,
            drift ? different : 0,
            erased,
            left),
        new Findings(
            told + count(Kind.GONE),
            told + count(Kind.ADDED),
            count(Kind.SAME),
            count(Kind.CHANGED),
            count(Kind.ADDED),
            count(Kind.GONE)),
        chargeBefore,
        chargeAfter,
        List.copyOf(policies.values()),
        notDecided,
        examples);
  }

  private long count(Kind kind) {
    return findings.getOrDefault(kind, 0L);
  }
}
