package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preclaim.fixtures.SmallPolicies.version;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.ReleaseService;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.web.ApiExamples.Body;
import org.preclaim.web.ApiExamples.Example;
import org.preclaim.web.ApiExamples.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever sends the request of an example gets its answer from the running service. */
class ApiAnswersTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** What differs from run to run, from release to release, or with the day. */
  private static final Set<String> VOLATILE =
      Set.of(
          "decisionId",
          "decidedAt",
          "release",
          "id",
          "identifier",
          "created",
          "uuid",
          "url",
          "journal",
          "active",
          "deciding",
          "releases",
          "steps",
          "files",
          "since",
          "base",
          "name",
          "author",
          "version",
          "software",
          "extension",
          "processNote",
          "datasets",
          "decisions",
          "entries",
          "of",
          "report",
          "engine");

  private final ApiExamples api;
  private final Set<String> asked = new TreeSet<>();
  private String base = "";

  ApiAnswersTest() throws Exception {
    this.api = new ApiExamples();
  }

  @Test
  void examples_ofDecisions_areAnsweredAsTheySay(@TempDir Path data) throws Exception {
    try (ReleaseService service = ReleaseService.start(Path.of("."), data)) {
      base = service.address();
      for (String id :
          List.of("decide", "decideBatch", "acknowledgeX12", "submitClaim", "cards", "feedback")) {
        assertAnswered(api.operation(id), Map.of());
      }
      // The latest one is another's: that of the hook.
      String decided = first("/v1/decisions?policy=ADD-50706&limit=1", "decisions", "decisionId");
      assertAnswered(api.operation("find"), Map.of("id", decided));
      for (String id :
          List.of(
              "search",
              "fhirMetadata",
              "fhirStructure",
              "fhirCodes",
              "hooks",
              "describe",
              "health",
              "listReference")) {
        assertAnswered(api.operation(id), Map.of());
      }
      assertAnswered(api.operation("startReplay"), Map.of());
    }
    assertThat(asked).hasSize(16);
  }

  @Test
  void examples_ofReleases_areAnsweredAsTheySay(@TempDir Path data) throws Exception {
    try (ReleaseService service = ReleaseService.start(data)) {
      base = service.address();
      HttpResponse<String> decided =
          send("POST", "/v1/decisions", "application/json", "*/*", bytes(SampleDesk.DENIED));
      assertThat(decided.statusCode()).isEqualTo(200);
      String active = first("/v1/releases", "releases", "id");
      steps(active, 2, "approveRelease", "activateRelease", "rollBackRelease");
      steps(active, 3, "rejectRelease");
      steps(active, 4, "withdrawRelease");
      assertAnswered(api.operation("listReleases"), Map.of());
      assertAnswered(api.operation("findRelease"), Map.of("id", active));
      String replay =
          JSON.readTree(send("POST", "/v1/replays", "application/json", "*/*", bytes("{}")).body())
              .get("id")
              .asString();
      awaitReport(replay);
      assertAnswered(api.operation("findReplay"), Map.of("id", replay));
      assertAnswered(api.operation("cancelReplay"), Map.of("id", replay));
    }
    assertThat(asked).hasSize(10);
  }

  private void awaitReport(String replay) throws Exception {
    String told = "";
    for (int tries = 0; tries < 600 && !told.contains("\"report\""); tries++) {
      Thread.sleep(100);
      told = send("GET", "/v1/replays/" + replay, "", "*/*", BodyPublishers.noBody()).body();
    }
    assertThat(told).contains("\"report\"");
  }

  /** Hands in a draft and takes it through these steps. */
  private void steps(String active, int number, String... ids) throws Exception {
    Operation drafts = api.operation("draftRelease");
    HttpResponse<String> drafted =
        send(
            "POST",
            "/v1/releases?name=" + number + "&reason=example&base=" + active,
            "application/zip",
            "*/*",
            BodyPublishers.ofByteArray(version(number).zip()));
    assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
    asked.add(drafts.id());
    Body answer = api.answers(drafts).stream().filter(Body::isSuccess).findFirst().orElseThrow();
    assertAgrees(answer.examples().get(0), drafted.body());
    String release = JSON.readTree(drafted.body()).get("id").asString();
    for (String id : ids) {
      assertAnswered(api.operation(id), Map.of("id", release));
    }
  }

  private String first(String path, String list, String name) throws Exception {
    String answer = send("GET", path, "", "*/*", BodyPublishers.noBody()).body();
    return JSON.readTree(answer).get(list).get(0).get(name).asString();
  }

  /** Sends each example of its request, or the request without a body, for each type of answer. */
  private void assertAnswered(Operation operation, Map<String, String> known) throws Exception {
    asked.add(operation.id());
    String path = path(operation, known);
    List<Body> answers = api.answers(operation).stream().filter(Body::isSuccess).toList();
    for (Body request : api.requests(operation)) {
      for (Example sent : request.examples()) {
        if (answers.isEmpty()) {
          assertThat(send(operation, path, sent, "*/*").statusCode()).as("%s", sent).isEqualTo(200);
        }
        for (Body answer : answers) {
          Example expected = named(answer, sent.name());
          assertAgrees(expected, send(operation, path, sent, answer.type()));
        }
      }
    }
    if (api.requests(operation).isEmpty()) {
      for (Body answer : answers) {
        for (Example expected : answer.examples()) {
          assertAgrees(
              expected, send(verb(operation), path, "", answer.type(), BodyPublishers.noBody()));
        }
      }
    }
  }

  /** The example that answers the one of this name; an only one answers all. */
  private static Example named(Body answer, String name) {
    List<Example> examples = answer.examples();
    return examples.stream()
        .filter(each -> each.name().equals(name) || examples.size() == 1)
        .findFirst()
        .orElseThrow(() -> new AssertionError(answer + " has no example " + name));
  }

  private static String verb(Operation operation) {
    return operation.method().toUpperCase(Locale.ROOT);
  }

  private static String path(Operation operation, Map<String, String> known) {
    String path = operation.path();
    for (JsonNode parameter : operation.node().path("parameters")) {
      String name = parameter.path("name").asString("");
      if (parameter.path("in").asString("").equals("path")) {
        String value = known.getOrDefault(name, parameter.path("example").asString(""));
        path = path.replace("{" + name + "}", value);
      }
    }
    return path;
  }

  private HttpResponse<String> send(
      Operation operation, String path, Example example, String accept) throws Exception {
    return send(verb(operation), path, example.body().type(), accept, bytes(example.text()));
  }

  private static BodyPublisher bytes(String text) {
    return BodyPublishers.ofString(text);
  }

  private HttpResponse<String> send(
      String method, String path, String type, String accept, BodyPublisher body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).header("Accept", accept);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return CLIENT.send(request.method(method, body).build(), BodyHandlers.ofString());
  }

  private static void assertAgrees(Example expected, HttpResponse<String> answer) {
    assertThat(answer.statusCode())
        .as("%s\n%s", expected, answer.body())
        .isEqualTo(Integer.parseInt(expected.body().status()));
    assertAgrees(expected, answer.body());
  }

  private static void assertAgrees(Example expected, String answer) {
    List<JsonNode> documents = expected.documents();
    if (documents.isEmpty()) {
      // X12: the segments are the same, what they say about date and control numbers is not.
      assertThat(segments(answer)).as("%s", expected).isEqualTo(segments(expected.text()));
      return;
    }
    List<JsonNode> answered =
        documents.size() == 1 && !expected.body().type().equals("application/x-ndjson")
            ? List.of(JSON.readTree(answer))
            : answer.lines().map(JSON::readTree).toList();
    assertThat(answered).as("%s\n%s", expected, answer).hasSameSizeAs(documents);
    for (int i = 0; i < documents.size(); i++) {
      assertWithin(documents.get(i), answered.get(i), expected.toString());
    }
  }

  /** A replay may have ended before it is looked at. */
  private static boolean isVolatile(String name, String where) {
    return VOLATILE.contains(name) || (name.equals("state") && where.contains("/v1/replays"));
  }

  private static List<String> segments(String x12) {
    return x12.lines().map(each -> each.split("\\*", 2)[0]).toList();
  }

  /** An example may leave out; what it shows is there, and the same where it can be. */
  private static void assertWithin(JsonNode shown, JsonNode answered, String where) {
    if (shown.isObject()) {
      for (Map.Entry<String, JsonNode> each : shown.properties()) {
        String place = where + "." + each.getKey();
        JsonNode real = answered.path(each.getKey());
        assertThat(real.isMissingNode()).as(place + " is not in the answer").isFalse();
        if (each.getKey().equals("checks")) {
          // Some of them: there is one for every family.
          assertThat(List.copyOf(real.values())).as(place).containsAll(each.getValue().values());
        } else if (isVolatile(each.getKey(), where)) {
          assertThat(real.getNodeType()).as(place).isEqualTo(each.getValue().getNodeType());
        } else {
          assertWithin(each.getValue(), real, place);
        }
      }
    } else if (shown.isArray()) {
      assertThat(answered.size()).as(where).isEqualTo(shown.size());
      for (int i = 0; i < shown.size(); i++) {
        assertWithin(shown.get(i), answered.get(i), where + "[" + i + "]");
      }
    } else {
      assertThat(answered).as(where).isEqualTo(shown);
    }
  }
}
