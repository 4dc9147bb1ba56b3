package org.preclaim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.decision.Check.State;
import org.preclaim.decision.Decision;
import org.preclaim.decision.Outcome;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.fixtures.Encounters;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyRelease;
import org.preclaim.release.RuleFile;

class OverrunTest {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final String HEAD =
      """
      package preclaim.test;

      import org.preclaim.engine.language.*;

      """;

  /** Thirty lines in five places: 24 million combinations, none of which holds. */
  private static final String EXPLODING =
      """
      rule "EXP-001 combines everything"
      when
        $a : BilledLine()
        $b : BilledLine( number + $a.number > 0 )
        $c : BilledLine( number + $b.number > 0 )
        $d : BilledLine( number + $c.number > 0 )
        BilledLine( number + $d.number > 1000 )
      then
        insert( Flag.of("x", "deny", $a) );
      end
      """;

  /** The same, joined by an index, so that few conditions are asked; all of them hold. */
  private static final String INDEXED =
      """
      rule "EXP-002 combines equals"
      when
        $a : BilledLine()
        $b : BilledLine( code == $a.code )
        $c : BilledLine( code == $b.code )
        $d : BilledLine( code == $c.code )
        BilledLine( code == $d.code )
      then
        insert( Flag.of("x", "deny", $a) );
      end
      """;

  /** Joined by conditions that read no fact and always hold. */
  private static final String UNREAD =
      """
      rule "EXP-003 combines without reading"
      when
        $a : BilledLine()
        $b : BilledLine( $a != null )
        $c : BilledLine( $b != null )
        $d : BilledLine( $c != null )
        $e : BilledLine( $d != null )
        BilledLine( $e == null )
      then
        insert( Flag.of("x", "deny", $a) );
      end
      """;

  private static final String HONEST =
      """
      rule "HON-001 the last line"
      when
        $line : BilledLine( number == 30 )
      then
        insert( Flag.of("last", "deny", $line) );
      end
      """;

  private static CompiledRelease release;

  @BeforeAll
  static void compile() throws ProblemsException {
    release = release(rules("exploding", EXPLODING), rules("honest", HONEST));
    release.evaluate(Encounters.of(Encounters.line(30, "99999")));
  }

  @Test
  @Timeout(10)
  void evaluate_joinExplodes_isSkippedWithinASecondAndNamesTheRule() {
    long start = THREADS.getCurrentThreadCpuTime();

    Decision decision = release.evaluate(thirtyLines());

    assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start))
        .isLessThan(Duration.ofSeconds(1));
    assertThat(decision.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(decision.checks().get(0).state()).isEqualTo(State.SKIPPED);
    assertThat(decision.checks().get(0).detail())
        .isEqualTo("stopped after 250 ms in `EXP-001 combines everything`");
  }

  @ParameterizedTest
  @ValueSource(strings = {INDEXED, UNREAD})
  @Timeout(20)
  void evaluate_otherJoinExplodes_isSkippedToo(String rule) throws ProblemsException {
    CompiledRelease exploding = release(rules("exploding", rule), rules("honest", HONEST));

    Decision decision = exploding.evaluate(thirtyLines());

    assertThat(decision.checks().get(0).state()).isEqualTo(State.SKIPPED);
  }

  @Test
  @Timeout(10)
  void evaluate_oneFamilyExplodes_othersKeepTheirFindings() {
    Decision decision = release.evaluate(thirtyLines());

    assertThat(decision.warnings()).extracting(warning -> warning.kind()).containsExactly("last");
    assertThat(decision.checks().get(1).state()).isEqualTo(State.APPLIED);
  }

  @Test
  @Timeout(10)
  void evaluate_afterAnOverrun_theNextEncounterIsDecided() {
    release.evaluate(thirtyLines());

    Decision next = release.evaluate(Encounters.of(Encounters.line(30, "99999")));

    assertThat(next.checks()).allMatch(check -> check.state() == State.APPLIED);
  }

  private static Encounter thirtyLines() {
    return Encounters.of(
        IntStream.rangeClosed(1, 30)
            .mapToObj(number -> Encounters.line(number, "99999"))
            .toArray(ServiceLine[]::new));
  }

  private static Family rules(String name, String drl) {
    return new Family(name, null, new RuleFile("rules/" + name + ".drl", HEAD + drl));
  }

  private static CompiledRelease release(Family... families) throws ProblemsException {
    return CompiledRelease.compile(
        new PolicyRelease(
            new ReleaseRef("sha256:test", "test"),
            List.of(),
            List.of(families),
            new Vocabulary(Map.of()),
            Map.of()));
  }
}
