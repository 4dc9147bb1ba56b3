package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.fixtures.RunningService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class HooksControllerTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path EXAMPLE = Path.of("docs/examples/encounter-discharge.json");
  private static final String SERVICE = "/cds-services/preclaim-claim-check";

  private final RunningService service = RunningService.only();

  @Test
  void discovery_asked_tellsTheServiceAndItsPrefetch() throws Exception {
    JsonNode services = JSON.readTree(service.get("/cds-services").body()).get("services");

    assertThat(services).hasSize(1);
    assertThat(services.get(0).get("id").asString()).isEqualTo("preclaim-claim-check");
    assertThat(services.get(0).get("prefetch").propertyNames())
        .containsAll(JSON.readTree(EXAMPLE).get("prefetch").propertyNames());
  }

  @Test
  void claim_withALineThatIsNotPaid_getsACriticalCard() throws Exception {
    HttpResponse<String> answer = post(example().replace("50706", "99999"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode card = JSON.readTree(answer.body()).get("cards").get(0);
    assertThat(card.get("indicator").asString()).isEqualTo("critical");
    assertThat(card.get("summary").asString()).hasSizeLessThan(140);
    assertThat(card.at("/source/topic/code").asString()).isEqualTo("SAMPLE-001");
    assertThat(card.get("uuid").asString())
        .satisfies(uuid -> assertThat(UUID.fromString(uuid)).isNotNull());
    String link = card.at("/links/0/url").asString();
    String decision = service.get(link.substring(link.indexOf("/v1/"))).body();
    assertThat(decision).contains("SAMPLE-001", "\"door\":\"cds-hook\"");
  }

  @Test
  void claim_withoutFindings_getsNoCard() throws Exception {
    assertThat(post(example()).body()).isEqualToIgnoringWhitespace("{\"cards\":[]}");
  }

  @Test
  void call_withoutTheClaim_isToldToSendIt() throws Exception {
    HttpResponse<String> answer = post(example().replace("\"claim\":", "\"claims\":"));

    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(answer.body()).contains("HOOK-NO-CLAIM", "/prefetch/claim");
  }

  @Test
  void claim_thatTheSearchDidNotFind_isToldToBeSent() throws Exception {
    ObjectNode call = (ObjectNode) JSON.readTree(example());
    claims(call).removeAll();

    HttpResponse<String> answer = post(call.toString());

    assertThat(answer.statusCode()).isEqualTo(412);
    assertThat(JSON.readTree(answer.body()).at("/errors/0/pointer").asString())
        .isEqualTo("/prefetch/claim");
    assertThat(answer.body()).contains("HOOK-NO-CLAIM");
  }

  @Test
  void claims_thatAreSeveral_areRefusedAtAPlaceInTheCall() throws Exception {
    ObjectNode call = (ObjectNode) JSON.readTree(example());
    ObjectNode second = (ObjectNode) claims(call).get(0).deepCopy();
    claims(call).add(second.put("fullUrl", "https://ehr.example/fhir/Claim/E-1002"));

    HttpResponse<String> answer = post(call.toString());

    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode errors = JSON.readTree(answer.body()).get("errors");
    assertThat(errors).hasSize(1);
    assertThat(errors.get(0).properties())
        .extracting(each -> each.getValue().asString())
        .contains("FHIR-NOT-ONE-CLAIM", "prefetch");
  }

  private static ArrayNode claims(JsonNode call) {
    return (ArrayNode) call.at("/prefetch/claim/entry");
  }

  @Test
  void call_ofAnotherHook_isRefusedWithEverythingWrong() throws Exception {
    HttpResponse<String> answer =
        post(example().replace("encounter-discharge", "order-sign").replace("0f0d0c1e-", ""));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("HOOK-OTHER-HOOK", "HOOK-FIELD", "/hookInstance");
    assertThat(post("{").body()).contains("HOOK-SYNTAX");
  }

  @Test
  void claim_thatCannotBeRead_isRefusedWithItsPlaceInTheCall() throws Exception {
    HttpResponse<String> answer = post(example().replace("\"N13.5\"", "\"N\""));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("FHIR-BAD-CODE", "prefetch.claim.entry[0].resource.diagnosis[0]");
  }

  @Test
  void feedback_asTheStandardHasIt_isRecorded() throws Exception {
    String told =
        """
        {"feedback":[{"card":"%s","outcome":"overridden","overrideReason":{"reason":{"code":"known"},\
        "userComment":"Mrs Secret asked for it"},"outcomeTimestamp":"2026-03-03T10:00:00Z"}]}"""
            .formatted(UUID.randomUUID());

    HttpResponse<String> answer = service.post(SERVICE + "/feedback", "application/json", told);
    HttpResponse<String> wrong =
        service.post(
            SERVICE + "/feedback",
            "application/json",
            told.replace("overridden", "x").replace("2026-03-03T10", "of Mrs Secret, at 10"));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("HOOK-FEEDBACK", "/feedback/0/outcome\"", "/feedback/0/outcomeTimestamp\"")
        .doesNotContain("Secret");
  }

  @Test
  void feedback_wrongAThousandTimes_isToldOfAsManyAsAreShown() throws Exception {
    String told = "{\"feedback\":[" + "0,".repeat(999) + "0]}";

    HttpResponse<String> answer = service.post(SERVICE + "/feedback", "application/json", told);

    assertThat(JSON.readTree(answer.body()).get("errors")).hasSize(501);
    assertThat(answer.body())
        .contains("1000 problems were found", "500 further problems are not shown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/feedback"})
  void body_beyondTheLimit_isToldTheLimitAlone(String below) throws Exception {
    HttpResponse<String> answer =
        service.post(SERVICE + below, "application/json", " ".repeat((1 << 20) + 1));

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(JSON.readTree(answer.body()).get("detail").asString())
        .isEqualTo("expected at most 1048576 bytes");
  }

  private HttpResponse<String> post(String call) throws Exception {
    return service.post(SERVICE, "application/json", call);
  }

  private static String example() throws Exception {
    return Files.readString(EXAMPLE);
  }
}
