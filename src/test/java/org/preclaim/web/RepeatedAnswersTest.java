package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.RunningService;
import org.preclaim.fixtures.SampleDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whoever lost an answer gets it again, to the byte, whatever it was sent as. */
class RepeatedAnswersTest {

  private static final String X12 = "application/edi-x12";
  private static final String FHIR = "application/fhir+json";

  private final RunningService service = RunningService.only();

  @Test
  void json_sentAgain_isAnsweredAlike() throws Exception {
    assertAlike("/v1/decisions", "application/json", SampleDesk.encounter("E-AGAIN", "99999"));
    assertAlike(
        "/v1/decisions?trace=true", "application/json", SampleDesk.encounter("E-AGAIN-2", "99999"));
  }

  @Test
  void x12_withNotices_isAnsweredAlike() throws Exception {
    String file = GoldenFile.text("intake/x12/institutional.x12");
    String one =
        file.substring(0, file.indexOf("CLM*ONEDAY")) + "SE*60*0001~GE*1*1~IEA*1*000000001~";

    assertThat(assertAlike("/v1/decisions", X12, one)).contains("\"notices\":[{", "X12-LINE-");
  }

  @Test
  void fhir_withNotices_isAnsweredAlike() throws Exception {
    ObjectNode claim =
        (ObjectNode) JsonMapper.shared().readTree(FhirControllerTest.claim(SampleDesk.DENIED));
    JsonNode item = claim.at("/item/0").deepCopy();
    ((ObjectNode) item).put("sequence", 2);
    ((ObjectNode) item.at("/productOrService/coding/0"))
        .put("system", "http://snomed.info/sct")
        .put("code", "80146002");
    claim.withArrayProperty("item").add(item);

    assertThat(assertAlike("/fhir/Claim/$submit", FHIR, claim.toString()))
        .contains("http://snomed.info/sct");
  }

  /** The answer to both. */
  private String assertAlike(String path, String type, String body) throws Exception {
    String key = Integer.toHexString((path + body).hashCode());
    HttpResponse<String> first = service.post(path, type, body, "Idempotency-Key", key);
    HttpResponse<String> again = service.post(path, type, body, "Idempotency-Key", key);

    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(again.body()).isEqualTo(first.body());
    return first.body();
  }
}
