package org.preclaim.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preclaim.answer.DecisionJson;
import org.preclaim.decision.Decision;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.intake.Admission;
import org.preclaim.journal.chain.Statement;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.replay.FindingChange.Kind;
import org.preclaim.replay.PastRelease.Unusable;
import org.preclaim.replay.PastRelease.Usable;

/** What came of deciding one entry again. */
sealed interface Verdict {

  /**
   * What a verdict is on.
   *
   * @param entry its number: in the journal, or among the encounters that were read
   * @param decision the id of its decision, where there is one
   * @param encounter the sender's name for the encounter, where there is no decision
   */
  record Subject(long entry, @Nullable String decision, @Nullable String encounter) {

    static Subject of(StoredEntry stored) {
      return new Subject(stored.entry().sequence(), stored.entry().statement().id(), null);
    }
  }

  /** Its personal facts were erased: nobody can decide it again. */
  record Erased() implements Verdict {}

  /**
   * It could not be decided.
   *
   * @param reason code and words, which quote nothing of the entry
   */
  record NotDecided(String reason) implements Verdict {}

  /**
   * It was decided.
   *
   * @param subject what was decided about
   * @param differences that are not those of findings
   * @param findings what became of each
   * @param chargeBefore of the lines that were at risk, each once
   * @param chargeAfter of the lines that are
   */
  record Compared(
      Subject subject,
      List<Report.Difference> differences,
      List<FindingChange> findings,
      Money chargeBefore,
      Money chargeAfter)
      implements Verdict {

    /** Whether the same was said. */
    boolean isSame() {
      return differences.isEmpty()
          && findings.stream().allMatch(finding -> finding.kind() == Kind.SAME);
    }
  }

  /**
   * Decides {@code stored} under {@code release}, and compares.
   *
   * @param exactly whether the same bytes are expected, trace and places included
   */
  static Verdict of(StoredEntry stored, PastRelease release, boolean exactly) {
    if (stored.personal() == null) {
      return new Erased();
    }
    return release instanceof Usable usable
        ? decided(stored, usable, exactly)
        : new NotDecided(((Unusable) release).reason());
  }

  private static Verdict decided(StoredEntry stored, Usable release, boolean exactly) {
    Admission admission = release.admit(stored);
    if (admission instanceof Admission.Admitted admitted) {
      return compared(stored, admitted.encounter(), release, exactly);
    }
    return refused(admission);
  }

  /** That the facts cannot be read; the code says why, and nothing of them is quoted. */
  static NotDecided refused(Admission admission) {
    return new NotDecided(
        ReplayProblemCode.FACTS_REFUSED.code()
            + (admission instanceof Admission.Refused refused
                ? " by " + refused.problems().get(0).code()
                : ""));
  }

  private static Compared compared(
      StoredEntry stored, Encounter encounter, Usable release, boolean exactly) {
    Statement statement = stored.entry().statement();
    Decision decision = release.decide(encounter);
    String said = DecisionJson.said(decision);
    Told before = Told.of(statement.said());
    boolean alike = said.equals(statement.said());
    Told after = alike ? before : Told.of(said);
    Differences differences = new Differences();
    differences.compare("outcome", before.outcome(), after.outcome());
    differences.compareChecks(before.checks(), after.checks());
    List<FindingChange> findings = FindingChange.between(before.findings(), after.findings());
    if (exactly) {
      differences.compare(Differences.TRACE, statement.trace(), DecisionJson.trace(decision));
      boolean explained =
          !differences.all().isEmpty()
              || findings.stream().anyMatch(finding -> finding.kind() != Kind.SAME);
      if (!alike && !explained) {
        differences.compare(Differences.SAID, statement.said(), said);
      }
    }
    return compared(Subject.of(stored), encounter, before, after, differences, findings);
  }

  /** What differs between two decisions about {@code encounter}. */
  static Compared between(Subject subject, Encounter encounter, Decision before, Decision after) {
    Told old = Told.of(DecisionJson.said(before));
    Told now = tellsAlike(before, after) ? old : Told.of(DecisionJson.said(after));
    Differences differences = new Differences();
    differences.compare("outcome", old.outcome(), now.outcome());
    differences.compareChecks(old.checks(), now.checks());
    List<FindingChange> findings = FindingChange.between(old.findings(), now.findings());
    return compared(subject, encounter, old, now, differences, findings);
  }

  /** Whether both say the same, down to the cells; most do, and need not be read twice. */
  private static boolean tellsAlike(Decision before, Decision after) {
    return before.outcome() == after.outcome()
        && before.suggestions().equals(after.suggestions())
        && before.warnings().equals(after.warnings())
        && before.checks().equals(after.checks());
  }

  private static Compared compared(
      Subject subject,
      Encounter encounter,
      Told before,
      Told after,
      Differences differences,
      List<FindingChange> findings) {
    Map<Integer, Money> charges = charges(encounter);
    return new Compared(
        subject, differences.all(), findings, before.charge(charges), after.charge(charges));
  }

  private static Map<Integer, Money> charges(Encounter encounter) {
    Map<Integer, Money> charges = new HashMap<>();
    for (ServiceLine line : encounter.lines()) {
      Money charge = line.charge();
      charges.put(line.number(), charge == null ? Money.ZERO : charge);
    }
    return charges;
  }
}
