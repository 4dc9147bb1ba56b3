package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preclaim.fixtures.SmallPolicies.version;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.ReleaseService;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.fixtures.SmallPolicies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The releases over HTTP, for the one user of a service without callers. */
class ReleasesControllerTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String REASON = "{\"reason\":\"a payer asks for it\"}";

  private static ReleaseService service;

  @BeforeAll
  static void start(@TempDir Path data) throws Exception {
    service = ReleaseService.start(data);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void release_overHttp_goesAllTheWayAndBack() throws Exception {
    String first = json(get("/v1/releases")).path("active").asString();
    byte[] files =
        CLIENT
            .send(request("/v1/releases/" + first + "/files").build(), BodyHandlers.ofByteArray())
            .body();
    assertThat(problem(draft(files, "name=same&reason=none"), 409)).isEqualTo("LIFECYCLE-EXISTS");

    HttpResponse<String> drafted = draft(version(2), "name=2026.12&reason=payer");
    assertThat(drafted.statusCode()).isEqualTo(422);
    drafted = draft(version(2), "name=2026.12&reason=payer&base=" + first);
    assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
    String at = drafted.headers().firstValue("Content-Location").orElseThrow();
    assertThat(json(get("/v1/releases?state=verified")).path("releases"))
        .singleElement()
        .satisfies(each -> assertThat(each.path("by").asString()).isEqualTo("local"));
    assertThat(problem(post(at + "/activation", REASON), 409)).isEqualTo("LIFECYCLE-STATE");

    JsonNode approved = json(post(at + "/approval", REASON));
    assertThat(approved.at("/steps/2/note").asString())
        .isEqualTo("approved without a second pair of eyes");
    assertThat(json(post(at + "/activation", REASON)).path("state").asString()).isEqualTo("active");
    assertThat(decided()).contains("\"id\":\"PAY-2\"", "\"name\":\"2026.12\"");
    assertThat(problem(draft(version(3), "name=3&reason=late&base=" + first), 409))
        .isEqualTo("LIFECYCLE-STALE");

    JsonNode back = json(post(at + "/rollback", REASON));
    assertThat(back.path("id").asString()).isEqualTo(first);
    assertThat(decided()).contains("\"id\":\"PAY-1\"");
    assertThat(json(get(at)).path("state").asString()).isEqualTo("superseded");
  }

  @Test
  void time_ofASupersededRelease_isCancelledByItsWithdrawal() throws Exception {
    String first = json(get("/v1/releases")).path("active").asString();
    String back = approved(6, first);
    String other = approved(7, first);
    String later = "{\"reason\":\"with the new year\",\"at\":\"2099-01-01T05:00:00Z\"}";
    assertThat(post(back + "/activation", REASON).statusCode()).isEqualTo(200);
    assertThat(post(back + "/rollback", REASON).statusCode()).isEqualTo(200);
    assertThat(json(post(back + "/activation", later)).path("scheduled").asString())
        .isEqualTo("2099-01-01T05:00:00Z");

    HttpResponse<String> second = post(other + "/activation", later);
    assertThat(problem(second, 409)).isEqualTo("LIFECYCLE-WAITING");
    assertThat(second.body()).contains("2099-01-01T05:00:00Z");

    JsonNode cancelled = json(post(back + "/withdrawal", REASON));
    assertThat(cancelled.path("state").asString()).isEqualTo("superseded");
    assertThat(cancelled.has("scheduled")).isFalse();
    JsonNode steps = cancelled.path("steps");
    assertThat(steps.path(steps.size() - 1).path("step").asString()).isEqualTo("cancelled");
    assertThat(json(post(other + "/withdrawal", REASON)).path("state").asString())
        .isEqualTo("withdrawn");
  }

  /** The address of a release that was drafted and approved. */
  private static String approved(int version, String base) throws Exception {
    String at =
        draft(version(version), "name=2027&reason=payer&base=" + base)
            .headers()
            .firstValue("Content-Location")
            .orElseThrow();
    assertThat(post(at + "/approval", REASON).statusCode()).isEqualTo(200);
    return at;
  }

  @Test
  void step_thatMakesNoSense_isRefusedInWords() throws Exception {
    String at = "/v1/releases/sha256:none";
    assertThat(problem(get(at), 404)).isEqualTo("LIFECYCLE-UNKNOWN");
    assertThat(problem(get(at + "/files"), 404)).isEqualTo("LIFECYCLE-UNKNOWN");
    assertThat(problem(post(at + "/approval", "{}"), 422)).isEqualTo("LIFECYCLE-REQUEST");
    assertThat(post(at + "/approval", "{\"reasons\":\"x\"}").statusCode()).isEqualTo(400);
    assertThat(post(at + "/approval", "{\"reason\":\"x\",\"at\":\"2040-01-01T00:00:00Z\"}").body())
        .contains("only an activation has a time");
    assertThat(post(at + "/activation", "{\"reason\":\"x\",\"at\":\"soon\"}").statusCode())
        .isEqualTo(400);
    assertThat(
            problem(
                post(at + "/activation", "{\"reason\":\"x\",\"at\":\"2020-01-01T00:00:00Z\"}"),
                404))
        .isEqualTo("LIFECYCLE-UNKNOWN");
    assertThat(get("/v1/releases?state=gone").statusCode()).isEqualTo(400);
    assertThat(problem(draft(new byte[] {1, 2, 3}, "name=a&reason=b&base=c"), 422))
        .isEqualTo("LIFECYCLE-ARCHIVE");
    assertThat(problem(draft(new byte[0], "reason=b"), 422)).isEqualTo("LIFECYCLE-REQUEST");
  }

  @Test
  void draft_withAWrongCell_isAnsweredWithItsPlace() throws Exception {
    String base = json(get("/v1/releases")).path("active").asString();
    SmallPolicies wrong = version(4, workbook -> workbook.cell("C9", "dney"));

    HttpResponse<String> refused = draft(wrong, "name=a&reason=b&base=" + base);

    assertThat(refused.statusCode()).isEqualTo(422);
    JsonNode problem = json(refused);
    assertThat(problem.path("type").asString()).isEqualTo("urn:preclaim:problem:unusable-release");
    assertThat(problem.at("/errors/0/place").asString())
        .isEqualTo("decision-tables/payable.xlsx!Policies!C9");
  }

  /** Drafts are looked up in the official files as {@code policies verify} looks them up. */
  @Test
  void draft_withAReasonCodeThatIsNotOnTheImportedList_isAnsweredWithItsPlace() throws Exception {
    String base = json(get("/v1/releases")).path("active").asString();
    SmallPolicies unknown = version(5, workbook -> workbook.cell("F9", "998"));
    String lists =
        "code,type,start,last_modified,end\n96,CARC,1995-01-01,,\nN130,RARC,2002-10-31,,\n";
    HttpResponse<String> imported =
        CLIENT.send(
            request("/v1/reference?name=carc_rarc_2026-03.csv")
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(lists))
                .build(),
            BodyHandlers.ofString());
    assertThat(imported.body()).contains("\"dataset\":\"carc-rarc\"");

    HttpResponse<String> refused = draft(unknown, "name=a&reason=b&base=" + base);

    assertThat(problem(refused, 422)).isEqualTo("TABLE-CARC-UNKNOWN");
    assertThat(json(refused).at("/errors/0/place").asString())
        .isEqualTo("decision-tables/payable.xlsx!Policies!F9");
    JsonNode drafted = json(draft(version(5), "name=b&reason=c&base=" + base));
    assertThat(drafted.at("/steps/1/note").asString()).endsWith("; codes not checked: mpfs");
  }

  private static String decided() throws IOException, InterruptedException {
    return post("/v1/decisions", SampleDesk.DENIED).body();
  }

  private static HttpResponse<String> draft(SmallPolicies policies, String query)
      throws IOException, InterruptedException {
    return draft(policies.zip(), query);
  }

  private static HttpResponse<String> draft(byte[] zip, String query)
      throws IOException, InterruptedException {
    return CLIENT.send(
        request("/v1/releases?" + query)
            .header("Content-Type", "application/zip")
            .POST(HttpRequest.BodyPublishers.ofByteArray(zip))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return CLIENT.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(request(path).build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(service.address() + path));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  /** The code of the first problem of an answer with this status. */
  private static String problem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return json(answer).at("/errors/0/code").asString();
  }
}
