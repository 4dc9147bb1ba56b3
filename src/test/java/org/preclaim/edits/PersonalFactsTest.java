package org.preclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preclaim.answer.DecisionJson;
import org.preclaim.decision.Decision;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.handwritten.PolicyEncounters;
import org.preclaim.journal.chain.Draft;
import org.preclaim.journal.chain.Hash;
import org.preclaim.journal.chain.PersonalFacts;
import org.preclaim.journal.chain.PersonalFacts.Request;
import org.preclaim.journal.chain.Sender;
import org.preclaim.journal.chain.Statement;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyFolder;

/**
 * What an entry says for ever, messages and trace among it, holds none of the personal facts that
 * can be erased.
 */
class PersonalFactsTest {

  private static final String ENCOUNTER = "secret encounter";
  private static final String PATIENT = "secret patient";
  private static final String WORDS = "secret words of the record";
  private static final String KEY = "secret key";
  private static final LocalDate BORN = LocalDate.of(1931, 7, 19);

  private static CompiledRelease release;

  @BeforeAll
  static void compile() throws IOException, ProblemsException {
    release = CompiledRelease.compile(PolicyFolder.read(Path.of("")));
  }

  @Test
  void statements_ofDecisionsThatFindSomething_holdNoPersonalFact() {
    PolicyEncounters random = new PolicyEncounters(release.release(), 17);
    List<Encounter> encounters = new ArrayList<>();
    Stream.of("age-conflict", "diagnosis-validity", "mue", "ncci-ptp")
        .flatMap(family -> EditScenario.in(family + ".txt"))
        .map(EditScenario::encounter)
        .forEach(encounters::add);
    Stream.generate(random::odd).limit(2_000).forEach(encounters::add);

    long telling =
        encounters.stream()
            .map(PersonalFactsTest::marked)
            .filter(PersonalFactsTest::isFoundWithoutPersonalFacts)
            .count();

    assertThat(telling).isGreaterThan(500);
  }

  private static Encounter marked(Encounter encounter) {
    TreeMap<Integer, String> words = new TreeMap<>();
    List<Documentation> record = Objects.requireNonNullElse(encounter.documentation(), List.of());
    for (int index = 0; index < record.size(); index++) {
      words.put(index, WORDS);
    }
    return new PersonalFacts(ENCOUNTER, PATIENT, BORN, words, null).in(encounter);
  }

  /** Whether there was something to tell; fails where it tells who the patient is. */
  private static boolean isFoundWithoutPersonalFacts(Encounter encounter) {
    Decision decision = release.evaluate(encounter, InventedTables.all());
    IssuedDecision issued = new IssuedDecision("D-1", Instant.EPOCH, decision);
    Draft draft =
        Draft.of(
            encounter,
            issued,
            new Sender("test", null),
            Hash.NONE,
            new Request(KEY, Hash.of(new byte[32])));
    Statement said = draft.statement();

    assertThat(said.facts() + said.said() + said.trace() + draft.terms())
        .doesNotContain(ENCOUNTER, PATIENT, WORDS, KEY, BORN.toString());
    assertThat(DecisionJson.line(issued, DecisionJson.Trace.INCLUDED)).contains(ENCOUNTER);
    return !decision.warnings().isEmpty() || !decision.suggestions().isEmpty();
  }
}
