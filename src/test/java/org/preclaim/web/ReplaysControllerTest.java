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
