package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.RunningService;
import org.preclaim.fixtures.SampleDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoredDecisionsControllerTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TYPE = "application/json";
  private static final int CLIENTS = 16;

  private final RunningService service = RunningService.only();

  @Test
  void decision_answered_isFoundByItsId() throws Exception {
    String answer = post(SampleDesk.encounter("E-FIND", "99999"), "?trace=true").body().strip();
    String id = JSON.readTree(answer).path("decisionId").asString();

    String found = service.get("/v1/decisions/" + id).body().strip();

    assertThat(found).startsWith(answer.substring(0, answer.length() - 1) + ",\"journal\":{");
    JsonNode journal = JSON.readTree(found).path("journal");
    assertThat(journal.path("caller").asString()).isEqualTo("local");
    assertThat(journal.path("door").asString()).isEqualTo("http");
    assertThat(journal.path("erased").asBoolean()).isFalse();
    assertThat(journal.path("hash").asString()).hasSize(64);
  }

  @Test
  void decisions_ofBatchAndClaim_areRecordedToo() throws Exception {
    String batch =
        service
            .post(
                "/v1/decisions/batch",
                "application/x-ndjson",
                SampleDesk.encounter("E-B1", "11111") + "\n{\n" + SampleDesk.FAULT + "\n")
            .body();
    String id =
        JSON.readTree(batch.lines().findFirst().orElseThrow()).path("decisionId").asString();

    assertThat(service.get("/v1/decisions/" + id).body())
        .contains("\"caller\":\"local\",\"door\":\"http-batch\"");
    assertThat(ids("?encounter=E-FAULT")).isEmpty();
  }

  @Test
  void search_byConditions_comesInPages() throws Exception {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String body = post(SampleDesk.encounter("E-PAGES", "99999"), "").body();
      expected.add(0, JSON.readTree(body).path("decisionId").asString());
    }
    String query =
        "?encounter=E-PAGES&policy=SAMPLE-001&code=99999&outcome=warnings"
            + "&from=2026-11-22&to=2026-11-22T10:15:31Z";

    assertThat(ids(query)).isEqualTo(expected);
    assertThat(ids(query + "&limit=2")).isEqualTo(expected.subList(0, 2));
    JsonNode first = JSON.readTree(service.get("/v1/decisions" + query + "&limit=2").body());
    assertThat(ids(query + "&limit=2&page=" + first.path("next").asString()))
        .isEqualTo(expected.subList(2, 4));
    assertThat(ids(query + "&payer=nobody")).isEmpty();
    assertThat(ids("?encounter=E-PAGES&to=2026-11-21")).isEmpty();
  }

  @Test
  void sameKey_sameBody_givesTheStoredDecision() throws Exception {
    String encounter = SampleDesk.encounter("E-KEY", "88888");
    HttpResponse<String> first = post(encounter, "", "key-same");
    HttpResponse<String> again = post(encounter, "", "key-same");

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(ids("?encounter=E-KEY")).hasSize(1);
  }

  @Test
  void sameKey_otherBody_isRefused() throws Exception {
    post(SampleDesk.encounter("E-K1", "88888"), "", "key-other");
    HttpResponse<String> other = post(SampleDesk.encounter("E-K2", "88888"), "", "key-other");

    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("urn:preclaim:problem:idempotency-key-reused");
    assertThat(ids("?encounter=E-K2")).isEmpty();
  }

  @Test
  void key_ofUnreadableBody_canBeUsedAgain() throws Exception {
    assertThat(post("{", "", "key-again").statusCode()).isEqualTo(400);
    assertThat(post(SampleDesk.encounter("E-K3", "11111"), "", "key-again").statusCode())
        .isEqualTo(200);
  }

  @Test
  void sameKey_fromManyAtOnce_isDecidedOnce() throws Exception {
    String encounter = SampleDesk.encounter("E-RACE", "99999");
    List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < CLIENTS * 4; i++) {
      calls.add(() -> post(encounter, "", "key-race"));
    }
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    Set<String> answers = new HashSet<>();
    try {
      for (Future<HttpResponse<String>> call : clients.invokeAll(calls)) {
        assertThat(call.get().statusCode()).isIn(200, 409);
        if (call.get().statusCode() == 200) {
          answers.add(call.get().body());
        }
      }
    } finally {
      clients.shutdownNow();
    }
    assertThat(answers).hasSize(1);
    assertThat(ids("?encounter=E-RACE")).hasSize(1);
  }

  private HttpResponse<String> post(String encounter, String query)
      throws IOException, InterruptedException {
    return service.post("/v1/decisions" + query, TYPE, encounter);
  }

  private HttpResponse<String> post(String encounter, String query, String key)
      throws IOException, InterruptedException {
    return service.post("/v1/decisions" + query, TYPE, encounter, "Idempotency-Key", key);
  }

  private List<String> ids(String query) throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    JsonNode page = JSON.readTree(service.get("/v1/decisions" + query).body());
    page.path("decisions").forEach(each -> ids.add(each.path("decisionId").asString()));
    return ids;
  }
}
