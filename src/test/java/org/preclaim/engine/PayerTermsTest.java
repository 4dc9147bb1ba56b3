package org.preclaim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.preclaim.decision.Check.State;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning.Severity;
import org.preclaim.decision.Outcome;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.PayerProfile;
import org.preclaim.encounter.PayerProfile.BothSides;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.fixtures.Encounters;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyRelease;
import org.preclaim.release.RuleFile;

class PayerTermsTest {

  private static final String RULES =
      """
      package preclaim.one;
      import org.preclaim.engine.language.BilledLine;
      import org.preclaim.engine.language.Flag;
      import org.preclaim.engine.language.PublishedUnits;
      rule "ONE-001 denied"
        @message("denied") @citation("page 1")
      when
        $line : BilledLine( code == "99999" )
      then
        insert( Flag.of("status-not-payable", "deny", $line) );
        insert( Flag.of("status-not-payable", "info", $line) );
      end
      """;

  private static final String UNITS =
      """
      package preclaim.two;
      import org.preclaim.engine.language.Flag;
      import org.preclaim.engine.language.PublishedUnits;
      rule "TWO-001 too many"
        @message("{edit}") @citation("page 1")
      when
        $units : PublishedUnits( exceeded == true )
      then
        insert( Flag.on("mue-exceeded", "deny", $units.lines()) );
      end
      """;

  @Test
  void family_thatThePayerDoesNotFollow_statesNothingAndSaysSo() throws ProblemsException {
    Decision decision = decide(profile(Set.of("one"), Set.of(), Map.of()));

    assertThat(decision.warnings()).isEmpty();
    assertThat(decision.checks().get(0).state()).isEqualTo(State.NOT_APPLICABLE);
    assertThat(decision.checks().get(0).detail())
        .isEqualTo("the payer medicare does not follow it");
  }

  @Test
  void family_thatThePayerWeighs_isAsSevereAsItSaysButForNotes() throws ProblemsException {
    Decision decision = decide(profile(Set.of(), Set.of(), Map.of("one", "risk")));

    assertThat(decision.warnings())
        .extracting(warning -> warning.severity())
        .containsExactlyInAnyOrder(Severity.RISK, Severity.INFO);
  }

  @Test
  void family_thatThePayerRequires_withoutItsFile_leavesTheEncounterIncomplete()
      throws ProblemsException {
    assertThat(decide(profile(Set.of(), Set.of(), Map.of())).outcome()).isEqualTo(Outcome.WARNINGS);
    Decision decision = decide(profile(Set.of(), Set.of("two"), Map.of()));

    assertThat(decision.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(decision.checks().get(1).detail())
        .isEqualTo("not imported: MUE table for practitioner");
  }

  private static PayerProfile profile(
      Set<String> notChecked, Set<String> required, Map<String, String> severities) {
    return new PayerProfile(
        "medicare", BothSides.ONE_LINE_WITH_50, notChecked, required, severities);
  }

  private static Decision decide(PayerProfile payer) throws ProblemsException {
    PolicyRelease release =
        new PolicyRelease(
            new ReleaseRef("sha256:test", "test"),
            List.of(),
            List.of(
                new Family("one", null, new RuleFile("rules/one.drl", RULES)),
                new Family("two", null, new RuleFile("rules/two.drl", UNITS))),
            new Vocabulary(Map.of()),
            Map.of(payer.payer(), payer));
    return CompiledRelease.compile(release).evaluate(Encounters.of(Encounters.line(1, "99999")));
  }
}
