package org.preclaim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.preclaim.fixtures.Encounters.line;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preclaim.decision.Check;
import org.preclaim.decision.Check.State;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;
import org.preclaim.decision.DenialWarning.Severity;
import org.preclaim.decision.Outcome;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.fixtures.Encounters;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyRelease;
import org.preclaim.release.RuleFile;

class CompiledReleaseTest {

  private static final String DENY_99999 =
      """
      rule "ONE-001 code 99999 is denied"
        @message("{code} on line {line} is not paid")
        @group("CO") @carc("96") @rarc("N130, M15") @remedies("remove line {line} | ask")
        @citation("page 1")
      when
        $line : BilledLine( code == "99999" )
      then
        insert( Flag.of("status-not-payable", "deny", $line) );
      end
      """;

  @Test
  void evaluate_ruleFires_warningCarriesTextsAndSourceOfTheRule() throws ProblemsException {
    Decision decision =
        release(rules("one", DENY_99999)).evaluate(Encounters.of(line(3, "99999-LT")));

    assertThat(decision.outcome()).isEqualTo(Outcome.WARNINGS);
    DenialWarning warning = decision.warnings().get(0);
    assertThat(warning.message()).isEqualTo("99999 on line 3 is not paid");
    assertThat(warning.lines()).containsExactly(3);
    assertThat(warning.codes()).containsExactly("99999");
    assertThat(warning.severity()).isEqualTo(Severity.DENY);
    assertThat(warning.expect())
        .isEqualTo(new DenialWarning.Remittance("CO", "96", List.of("N130", "M15")));
    assertThat(warning.chargeAtRisk()).hasToString("100.00");
    assertThat(warning.remedies()).containsExactly("remove line 3", "ask");
    assertThat(warning.policy().id()).isEqualTo("ONE-001");
    assertThat(warning.policy().file()).isEqualTo("rules/one.drl");
    assertThat(warning.policy().line()).hasValue(4);
    assertThat(warning.policy().citation()).isEqualTo("page 1");
    assertThat(decision.trace()).hasSize(1);
    assertThat(decision.trace().get(0).facts()).containsExactly("line 3 (99999-LT)");
  }

  @Test
  void evaluate_nothingFires_isClean() throws ProblemsException {
    Decision decision = release(rules("one", DENY_99999)).evaluate(Encounters.of(line(1, "99998")));

    assertThat(decision.outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(decision.warnings()).isEmpty();
    assertThat(decision.checks()).containsExactly(new Check("one", State.APPLIED, null));
  }

  @Test
  void evaluate_actionThrows_otherFamiliesKeepTheirFindings() throws ProblemsException {
    String broken =
        """
        rule "TWO-001 divides by nothing"
        when
          $line : BilledLine()
        then
          insert( Flag.of("x" + (1 / ($line.number() - $line.number())), "deny", $line) );
        end
        """;

    Decision decision =
        release(rules("two", broken), rules("one", DENY_99999))
            .evaluate(Encounters.of(line(1, "99999")));

    assertThat(decision.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(decision.warnings())
        .extracting(warning -> warning.policy().id())
        .containsExactly("ONE-001");
    assertThat(check(decision, "two").state()).isEqualTo(State.ERROR);
    assertThat(check(decision, "two").detail()).contains("TWO-001 divides by nothing");
    assertThat(check(decision, "one").state()).isEqualTo(State.APPLIED);
  }

  @Test
  void evaluate_conditionThrows_familyIsAnError() throws ProblemsException {
    String broken =
        """
        rule "TWO-001 asks for a modifier that is not there"
        when
          $line : BilledLine( modifiers.get(7) == "59" )
        then
          insert( Flag.of("x", "deny", $line) );
        end
        """;

    Decision decision = release(rules("two", broken)).evaluate(Encounters.of(line(1, "99999")));

    assertThat(check(decision, "two").state()).isEqualTo(State.ERROR);
    assertThat(decision.outcome()).isEqualTo(Outcome.INCOMPLETE);
  }

  @Test
  void evaluate_textThatGrowsFromRuleToRule_isCutOff() throws ProblemsException {
    String growing =
        """
        rule "TWO-001 doubles what it states"
        when
          $proposal : Proposal( $text : modifiers.get(0) )
        then
          insert( Proposal.addModifier($proposal.line(), $text + $text + $text + $text) );
        end

        rule "TWO-002 starts it"
        when
          $line : BilledLine()
        then
          insert( Proposal.addModifier($line, "aaaaaaaa") );
        end
        """;

    Decision decision = release(rules("two", growing)).evaluate(Encounters.of(line(1, "99999")));

    assertThat(check(decision, "two").state()).isEqualTo(State.ERROR);
    assertThat(check(decision, "two").detail()).contains("TWO-001 doubles what it states");
  }

  @Test
  void evaluate_ruleInsertsAnythingElse_isAnError() throws ProblemsException {
    String inserting =
        """
        rule "TWO-001 inserts a text"
        when
          $line : BilledLine()
        then
          insert( $line.code() );
        end
        """;

    Decision decision = release(rules("two", inserting)).evaluate(Encounters.of(line(1, "99999")));

    assertThat(check(decision, "two").state()).isEqualTo(State.ERROR);
    assertThat(check(decision, "two").detail()).contains("TWO-001 inserts a text");
  }

  @Test
  void evaluate_ruleNeverEnds_isStoppedAndSaysSo() throws ProblemsException {
    String endless =
        """
        rule "TWO-001 states for ever"
        when
          $flag : Flag()
        then
          insert( $flag.missing(java.util.List.of("again")) );
        end

        rule "TWO-002 starts it"
        when
          $line : BilledLine()
        then
          insert( Flag.of("x", "deny", $line) );
        end
        """;

    Decision decision = release(rules("two", endless)).evaluate(Encounters.of(line(1, "99999")));

    assertThat(check(decision, "two").state()).isEqualTo(State.SKIPPED);
    assertThat(decision.outcome()).isEqualTo(Outcome.INCOMPLETE);
  }

  @Test
  void evaluate_familyAsksWhatIsDenied_runsAfterAllOthers() throws ProblemsException {
    String cascade =
        """
        rule "AAA-001 what stands beside a denied line is at risk"
          @message("line {otherLines} would be denied")
        when
          DeniedLine( $denied : line )
          $line : BilledLine( sameDay($denied) )
        then
          insert( Flag.of("cascade", "risk", $line).with($denied) );
        end
        """;

    Decision decision =
        release(rules("aaa", cascade), rules("one", DENY_99999))
            .evaluate(Encounters.of(line(1, "99998"), line(2, "99999")));

    assertThat(decision.warnings())
        .extracting(warning -> warning.policy().id(), DenialWarning::lines)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("AAA-001", List.of(1, 2)),
            org.assertj.core.groups.Tuple.tuple("ONE-001", List.of(2)));
  }

  @Test
  void compile_badRules_namesEachWithFileLineAndColumn() {
    ProblemsException refused =
        catchThrowableOfType(
            ProblemsException.class,
            () ->
                release(
                    rules("one", "rule \"A\" when BilledLine( code = \"1\" ) then end\n"),
                    rules("two", "rule \"B\" when BilledLine( colour == \"red\" ) then end\n")));

    assertThat(refused.problems()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(refused.getMessage())
        .contains("rules/one.drl:4:")
        .contains("RULE-SYNTAX")
        .contains("rules/two.drl:")
        .contains("RULE-COMPILE")
        .contains("colour");
  }

  private static Check check(Decision decision, String family) {
    return decision.checks().stream()
        .filter(check -> check.family().equals(family))
        .findFirst()
        .orElseThrow();
  }

  private static Family rules(String name, String rules) {
    String header = "package preclaim." + name + ";\nimport org.preclaim.engine.language.*;\n\n";
    return new Family(name, null, new RuleFile("rules/" + name + ".drl", header + rules));
  }

  private static CompiledRelease release(Family... families) throws ProblemsException {
    return CompiledRelease.compile(
        new PolicyRelease(
            new ReleaseRef("sha256:test", "test"),
            List.of(),
            Arrays.asList(families),
            new Vocabulary(Map.of()),
            Map.of()));
  }
}
