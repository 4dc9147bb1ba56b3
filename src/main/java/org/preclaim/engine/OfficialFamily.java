package org.preclaim.engine;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.preclaim.decision.Check;
import org.preclaim.decision.Check.State;
import org.preclaim.engine.language.DeniedLine;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.published.Gap;
import org.preclaim.engine.published.Publications;
import org.preclaim.engine.published.Reading;
import org.preclaim.engine.published.Topic;
import org.preclaim.release.Family;

/**
 * What a family asks of official files, and what its check says where they have no answer.
 *
 * @param name the family's name
 * @param topics what it asks; nothing for a family that rests on its own rows and rules
 */
record OfficialFamily(String name, Set<Topic> topics) {

  /** A family asks what its rules match. */
  static OfficialFamily of(Family family, List<RuleOutline> rules) {
    Set<String> matched =
        rules.stream().flatMap(rule -> rule.matches().stream()).collect(Collectors.toSet());
    return new OfficialFamily(family.name(), Topic.askedBy(matched));
  }

  /** Whether it asks anything. */
  boolean asks() {
    return !topics.isEmpty();
  }

  /** Whether {@code rule} waits for what a file says. */
  boolean answers(RuleOutline rule) {
    return asks() && !Topic.askedBy(rule.awaits()).isEmpty();
  }

  /** What the family says of these facts where files answered, and what became of the rest. */
  CompiledFamily.Outcome evaluate(
      FamilyRules rules, Facts facts, List<DeniedLine> denied, Publications publications) {
    FamilyRules.Evaluation evaluation =
        rules.evaluate(facts, denied, () -> publications.on(topics).facts());
    if (evaluation.state() != State.APPLIED) {
      Check failed = new Check(name, evaluation.state(), evaluation.detail());
      return new CompiledFamily.Outcome(evaluation.stated(), failed, true, evaluation.fired());
    }
    Reading reading = publications.on(topics);
    return new CompiledFamily.Outcome(
        evaluation.stated(),
        check(reading),
        reading.lacks(Gap.Reason.NOT_COVERED),
        evaluation.fired());
  }

  private Check check(Reading reading) {
    String notApplicable = reading.notApplicable();
    if (notApplicable != null) {
      return new Check(name, State.NOT_APPLICABLE, notApplicable);
    }
    if (reading.lacks(Gap.Reason.NEVER_IMPORTED)) {
      return Check.notImported(name, Objects.requireNonNullElse(reading.detail(), ""));
    }
    State state = reading.gaps().isEmpty() ? State.APPLIED : State.NO_DATA;
    return new Check(name, state, reading.detail());
  }
}
