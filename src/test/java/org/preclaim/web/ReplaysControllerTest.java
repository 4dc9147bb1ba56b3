package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.RunningService;
import org.preclaim.fixtures.SampleDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplaysControllerTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String TYPE = "application/json";
  private static final int ASKED_MAX = 10_000;

  private final RunningService service = RunningService.only();

  @Test
  void replay_ofOneDecision_isTheSame() throws Exception {
    String decided =
        service.post("/v1/decisions", TYPE, SampleDesk.encounter("E-RE", "99999")).body();
    String id = JSON.readTree(decided).path("decisionId").asString();

    HttpResponse<String> started = post("{\"ids\":[\"" + id + "\"]}");

    assertThat(started.statusCode()).isEqualTo(202);
    JsonNode ended = ended(started.headers().firstValue("Location").orElseThrow());
    assertThat(ended.path("state").asString()).isEqualTo("done");
    assertThat(ended.at("/report/entries/same").asLong()).isEqualTo(1);
    assertThat(ended.at("/report/under").asString()).isEqualTo("recorded");
  }

  @Test
  void request_thatMakesNoSense_isRefusedWithAllProblems() throws Exception {
    HttpResponse<String> refused = post("{\"from\":\"once\",\"outcome\":\"bad\"}");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(refused.body()).path("errors")).hasSize(2);
    assertThat(post("{\"form\":\"2026-01-01\"}").statusCode()).isEqualTo(400);
    assertThat(post("[").statusCode()).isEqualTo(400);
    assertThat(service.get("/v1/replays/none").statusCode()).isEqualTo(404);
  }

  @Test
  void fields_thatAreWrong_areNamedAllAtOnce() throws Exception {
    HttpResponse<String> refused =
        post(
            """
            {"form":"2026-01-01","policy":7,"sample":1.5,"seed":"x","ids":["a",null,2],
            "a/b":null,"to":null}""");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(refused.body()).path("errors"))
        .extracting(each -> each.path("pointer").asString() + " " + each.path("detail").asString())
        .containsExactlyInAnyOrder(
            "/form is not a known field",
            "/policy expected a text",
            "/sample expected a whole number of at most 32 bits",
            "/seed expected a whole number of at most 64 bits",
            "/ids/1 expected a text, the id of a decision",
            "/ids/2 expected a text, the id of a decision",
            "/a~1b is not a known field");
    assertThat(errors("[]")).singleElement().asString().contains("expected a JSON object");
    assertThat(errors("{\"ids\":[" + "1,".repeat(50) + "1]}"))
        .hasSize(21)
        .last()
        .asString()
        .contains("31 further problems are not shown");
  }

  private JsonNode errors(String body) throws IOException, InterruptedException {
    HttpResponse<String> refused = post(body);
    assertThat(refused.statusCode()).isEqualTo(400);
    return JSON.readTree(refused.body()).path("errors");
  }

  @Test
  void ids_none_areNotEveryDecision() throws Exception {
    HttpResponse<String> refused = post("{\"ids\":[]}");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("REPLAY-REQUEST", "expected at least one");
  }

  @Test
  void release_thatNobodyKnows_failsWithItsProblem() throws Exception {
    HttpResponse<String> started = post("{\"release\":\"sha256:" + "0".repeat(64) + "\"}");

    JsonNode ended = ended(started.headers().firstValue("Location").orElseThrow());
    assertThat(ended.path("state").asString()).isEqualTo("failed");
    assertThat(ended.at("/problems/0").asString()).contains("REPLAY-RELEASE-UNKNOWN");
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return service.post("/v1/replays", TYPE, body);
  }

  private JsonNode ended(String location) throws IOException, InterruptedException {
    for (int asked = 0; asked < ASKED_MAX; asked++) {
      JsonNode job = JSON.readTree(service.get(location).body());
      if (!job.path("state").asString().equals("running")) {
        return job;
      }
    }
    return fail("the replay does not end");
  }
}
