package org.preclaim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.answer.DecisionJson;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.decision.Decision;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.desk.Desk;
import org.preclaim.desk.OpenRelease;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.fixtures.ClaimFacts;
import org.preclaim.fixtures.FhirFindings;
import org.preclaim.fixtures.FhirWriter;
import org.preclaim.fixtures.FhirWriter.Form;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.fixtures.Seed;
import org.preclaim.fixtures.ServiceDoors;
import org.preclaim.handwritten.PolicyEncounters;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;
import org.preclaim.web.WebServer;

/**
 * Random encounters get the findings of the engine through every door of the running service: as
 * JSON, as FHIR, as an X12 claim, as a line of a batch and as a claim of an X12 file. Where a door
 * answers with the decision's JSON it is the same to the byte, with its trace.
 *
 * <p>What a door cannot carry is left out for all of them: each encounter goes through every door
 * as {@link ClaimFacts a claim} says it, and besides with all it has through those that carry all.
 * FHIR alone makes no difference between an empty list and none, so the engine decides what {@link
 * FhirWriter#carriable} leaves of it.
 */
class EveryDoorTest {

  private static final int ROUNDS = Integer.getInteger("preclaim.doors.rounds", 200);
  private static final int BATCH = 50;
  private static final Path POLICIES = Path.of("").toAbsolutePath();
  private static final List<Form> FORMS = List.of(Form.values());
  private static final Pattern ID = Pattern.compile("\\{\"decisionId\":\"([0-9A-Z]{26})\"");

  private static PolicyEncounters encounters;
  private static OpenRelease release;
  private static ReferenceStore reference;
  private static WebServer server;
  private static ServiceDoors doors;

  private final Set<String> policies = new TreeSet<>();
  private final Set<String> policiesOfClaims = new TreeSet<>();

  @BeforeAll
  static void open(@TempDir Path data) throws IOException, ProblemsException {
    PolicyFolder folder = PolicyFolder.open(POLICIES);
    encounters = new PolicyEncounters(folder.release(), Seed.VALUE);
    release = OpenRelease.of(folder, ArtefactCache.none());
    reference = ReferenceStore.open(data);
    server =
        WebServer.start(
            new Desk(release, reference, data, SampleDesk.CLOCK),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    doors = new ServiceDoors(server.port(), "?trace=true");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void randomEncounter_throughEveryDoor_getsTheFindingsOfTheEngine() throws Exception {
    for (int from = 0; from < ROUNDS; from += BATCH) {
      List<Encounter> whole = new ArrayList<>();
      List<Encounter> claims = new ArrayList<>();
      for (int round = from; round < Math.min(from + BATCH, ROUNDS); round++) {
        Encounter drawn = drawn();
        whole.add(drawn);
        if (!drawn.lines().isEmpty()) {
          claims.add(ClaimFacts.claim(drawn, "R" + round));
        }
      }
      assertCarriedWhole(whole);
      assertCarriedWhole(claims);
      assertCarriedAsClaims(claims);
      whole.forEach(each -> policies.addAll(policies(engine(each))));
      claims.forEach(each -> policiesOfClaims.addAll(policies(engine(each))));
    }
    // Otherwise the doors could agree on nothing at all.
    assertThat(policies).as("seed %d", Seed.VALUE).hasSizeGreaterThan(20);
    assertThat(policiesOfClaims).as("seed %d", Seed.VALUE).hasSizeGreaterThan(10);
  }

  /** One with something in it to decide about. */
  private Encounter drawn() {
    Encounter drawn = encounters.odd();
    while (drawn.lines().isEmpty()
        && (drawn.procedures() == null || drawn.procedures().isEmpty())) {
      drawn = encounters.odd();
    }
    return drawn;
  }

  @Test
  void drawnEncounters_useWhatAClaimHasRoomFor() {
    List<ServiceLine> lines = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      lines.addAll(ClaimFacts.claim(drawn(), "R" + round).lines());
    }
    assertThat(lines).as("seed %d", Seed.VALUE).anyMatch(line -> line.modifiers().size() == 4);
    assertThat(lines)
        .as("seed %d", Seed.VALUE)
        .anyMatch(line -> line.diagnosisPointers().size() == 4);
  }

  private void assertCarriedWhole(List<Encounter> sent) throws Exception {
    List<String> lines = doors.lines(sent);
    assertThat(lines).hasSameSizeAs(sent);
    for (int at = 0; at < sent.size(); at++) {
      Encounter encounter = sent.get(at);
      assertSame("JSON", encounter, doors.json(encounter));
      assertSame("line of a batch", encounter, lines.get(at));
      Encounter inFhir = FhirWriter.carriable(encounter);
      Form form = FORMS.get(at % FORMS.size());
      assertThat(FhirFindings.of(doors.fhir(inFhir, form)))
          .as("FHIR, %s, seed %d: %s", form, Seed.VALUE, inFhir)
          .isEqualTo(FhirFindings.of(engine(inFhir)));
    }
  }

  private void assertCarriedAsClaims(List<Encounter> sent) throws Exception {
    List<String> lines = doors.claims(sent);
    assertThat(lines).hasSameSizeAs(sent);
    for (int at = 0; at < sent.size(); at++) {
      assertSame("X12 claim", sent.get(at), doors.claim(sent.get(at)));
      assertSame("claim of a file", sent.get(at), lines.get(at));
    }
  }

  private void assertSame(String door, Encounter sent, String answer) {
    Matcher id = ID.matcher(answer);
    assertThat(id.lookingAt()).as("%s, seed %d: %s", door, Seed.VALUE, answer).isTrue();
    assertThat(answer.strip())
        .as("%s, seed %d: %s", door, Seed.VALUE, sent)
        .isEqualTo(
            DecisionJson.line(
                new IssuedDecision(id.group(1), SampleDesk.CLOCK.instant(), engine(sent)),
                Trace.INCLUDED));
  }

  private Decision engine(Encounter encounter) {
    return release.engine().decide(encounter, reference.data(), release.stored().ref());
  }

  private static Set<String> policies(Decision decision) {
    Set<String> policies = new TreeSet<>();
    decision.warnings().forEach(each -> policies.add(each.policy().id()));
    decision.suggestions().forEach(each -> policies.add(each.policy().id()));
    return policies;
  }
}
