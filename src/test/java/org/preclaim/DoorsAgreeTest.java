package org.preclaim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.answer.DecisionJson;
import org.preclaim.answer.DecisionJson.Trace;
import org.preclaim.decision.Decision;
import org.preclaim.desk.Desk;
import org.preclaim.desk.OpenRelease;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.UnitBasis;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.fixtures.ClaimFacts;
import org.preclaim.fixtures.ClaimWriter;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.EncounterWriter;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyFolder;
import org.preclaim.table.Scenario;
import org.preclaim.table.Workbook;
import org.preclaim.web.WebServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every scenario of the shipped workbooks, the seven examples of the code pages among them, is
 * answered the same by the engine, the command line and the service, as JSON and as an X12 claim.
 */
class DoorsAgreeTest {

  private static final Path POLICIES = Path.of("").toAbsolutePath();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static List<Scenario> scenarios = List.of();
  private static OpenRelease release;
  private static ReferenceStore reference;
  private static WebServer server;
  private static Path folder;

  @BeforeAll
  static void open(@TempDir Path data) throws IOException, ProblemsException {
    folder = data;
    scenarios =
        PolicyFolder.read(POLICIES).families().stream()
            .map(Family::workbook)
            .filter(Objects::nonNull)
            .map(Workbook::scenarios)
            .flatMap(List::stream)
            .toList();
    release = OpenRelease.of(PolicyFolder.open(POLICIES), ArtefactCache.none());
    reference = ReferenceStore.open(data);
    server =
        WebServer.start(
            new Desk(release, reference, data, SampleDesk.CLOCK),
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> service_eachScenario_answersAsTheEngine() {
    return scenarios.stream()
        .map(
            scenario ->
                DynamicTest.dynamicTest(
                    scenario.name(),
                    () -> {
                      String body = EncounterWriter.json(scenario.encounter());
                      HttpResponse<String> answer = post("/v1/decisions", "application/json", body);
                      assertThat(answer.statusCode()).isEqualTo(200);
                      assertThat(said(answer.body())).isEqualTo(said(scenario.encounter()));
                    }));
  }

  @Test
  void commandLine_allScenarios_answersAsTheEngine() throws IOException {
    Path file = folder.resolve("scenarios.ndjson");
    Files.writeString(
        file,
        scenarios.stream()
            .map(scenario -> EncounterWriter.json(scenario.encounter()))
            .collect(Collectors.joining("\n")));

    CommandLineRun run = check(file);

    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out().lines().map(DoorsAgreeTest::said))
        .containsExactlyElementsOf(
            scenarios.stream().map(scenario -> said(scenario.encounter())).toList());
  }

  @Test
  void claims_allScenariosThatAClaimCanCarry_answerAsTheEngine()
      throws IOException, InterruptedException, ProblemsException {
    List<Encounter> encounters = claimable();
    assertThat(encounters).hasSizeGreaterThan(100);
    assertClaimsAnswerAsTheEngine(encounters, ClaimWriter.x12(encounters));
  }

  @Test
  void institutionalClaims_allScenariosThatAClaimCanCarry_answerAsTheEngine()
      throws IOException, InterruptedException, ProblemsException {
    List<Encounter> encounters =
        claimable().stream()
            .filter(each -> each.lines().stream().allMatch(DoorsAgreeTest::counted))
            .map(each -> ClaimFacts.institutional(each, each.id()))
            .toList();
    assertThat(encounters).hasSizeGreaterThan(100);
    assertClaimsAnswerAsTheEngine(encounters, ClaimWriter.institutional(encounters));
  }

  private static boolean counted(ServiceLine line) {
    return line.unitBasis() == UnitBasis.UNITS;
  }

  private static void assertClaimsAnswerAsTheEngine(List<Encounter> encounters, String claims)
      throws IOException, InterruptedException {
    Path file = folder.resolve("scenarios.837");
    Files.writeString(file, claims);
    List<JsonNode> expected = encounters.stream().map(DoorsAgreeTest::said).toList();

    CommandLineRun run = check(file);
    HttpResponse<String> batch = post("/v1/decisions/batch", "application/edi-x12", claims);

    assertThat(run.err()).isEmpty();
    assertThat(run.out().lines().map(DoorsAgreeTest::said)).containsExactlyElementsOf(expected);
    List<String> answers = new ArrayList<>(batch.body().lines().toList());
    assertThat(answers.remove(answers.size() - 1)).startsWith("{\"summary\":");
    assertThat(answers.stream().map(DoorsAgreeTest::said)).containsExactlyElementsOf(expected);
  }

  /** The scenarios as claims: with the parts that a claim has, and under ids that fit into one. */
  private static List<Encounter> claimable() throws IOException, ProblemsException {
    List<Encounter> encounters = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      Encounter sent = scenario.encounter();
      boolean whole =
          sent.setting() == Setting.PRACTITIONER
              && "medicare".equals(sent.payer())
              && sent.placeOfService() != null
              && sent.patient().birthDate() != null
              && sent.diagnoses() != null
              && !sent.diagnoses().isEmpty()
              // What a professional claim has room for.
              && sent.diagnoses().size() <= 12
              && !sent.lines().isEmpty()
              && sent.lines().stream().noneMatch(line -> line.diagnosisPointers().isEmpty());
      if (whole) {
        encounters.add(ClaimFacts.professional(sent, "S" + (encounters.size() + 1)));
      }
    }
    return encounters;
  }

  private static CommandLineRun check(Path file) {
    return CommandLineRun.of(
        "",
        "check",
        "--format",
        "json",
        "--policies",
        POLICIES.toString(),
        "--data",
        folder.toString(),
        file.toString());
  }

  private static HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** What the engine says, without the id and time that a door adds. */
  private static JsonNode said(Encounter encounter) {
    Decision decision =
        release.engine().decide(encounter, reference.data(), release.stored().ref());
    return said(DecisionJson.line(decision, Trace.LEFT_OUT));
  }

  private static JsonNode said(String json) {
    ObjectNode decision =
        (ObjectNode) JSON.readTree(new ByteArrayInputStream(json.getBytes(UTF_8)));
    decision.remove(List.of("decisionId", "decidedAt"));
    return decision;
  }
}
