package org.preclaim.engine;

import java.util.List;
import org.preclaim.decision.Check;
import org.preclaim.decision.Check.State;
import org.preclaim.encounter.PayerProfile;
import org.preclaim.engine.language.Flag;

/**
 * What a payer's profile makes of what a family says.
 *
 * @param profile the payer's profile
 */
record PayerTerms(PayerProfile profile) {

  private static final String NOTE = "info";

  /** Whether the payer follows the family. */
  boolean follows(String family) {
    return !profile.notChecked().contains(family);
  }

  /** The check of a family that the payer does not follow. */
  CompiledFamily.Outcome notFollowed(String family) {
    Check check =
        new Check(
            family, State.NOT_APPLICABLE, "the payer " + profile.payer() + " does not follow it");
    return CompiledFamily.Outcome.instead(check, false);
  }

  /** What the family says, as severe as it is with this payer. */
  CompiledFamily.Outcome apply(CompiledFamily.Outcome outcome) {
    String family = outcome.check().family();
    String severity = profile.severities().get(family);
    boolean lacking =
        outcome.check().state() == State.NO_DATA && profile.required().contains(family);
    if (severity == null && !lacking) {
      return outcome;
    }
    List<Stated> stated =
        severity == null
            ? outcome.stated()
            : outcome.stated().stream().map(each -> as(severity, each)).toList();
    return new CompiledFamily.Outcome(
        stated, outcome.check(), outcome.incomplete() || lacking, outcome.fired());
  }

  /** A note stays a note: it denies nothing, whoever pays. */
  private static Stated as(String severity, Stated stated) {
    return stated.statement() instanceof Flag flag && !flag.severity().equals(NOTE)
        ? new Stated(flag.severity(severity), stated.policy(), stated.rule(), stated.facts())
        : stated;
  }
}
