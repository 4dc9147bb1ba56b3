package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.RunningService;
import org.preclaim.fixtures.SampleDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the calls is written by hand; these tests hold it to what the calls do. */
class ApiDocumentTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String REF = "#/components/";

  private final RunningService service = RunningService.only();

  @Test
  void document_isServed_andEveryReferenceInItLeadsSomewhere() throws Exception {
    JsonNode document = document();

    assertThat(document.at("/openapi").asString()).startsWith("3.1");
    List<JsonNode> references = document.findValues("$ref");
    assertThat(references).hasSizeGreaterThan(20);
    for (JsonNode reference : references) {
      String target = reference.asString();
      assertThat(target).startsWith(REF);
      assertThat(document.at(target.substring(1)).isMissingNode()).as(target).isFalse();
    }
  }

  @Test
  void document_contentTypes_areThoseThatTheCallsAccept() throws Exception {
    for (String path : List.of("/v1/decisions", "/v1/decisions/batch", "/v1/x12/acknowledgments")) {
      JsonNode call = document().get("paths").get(path).get("post");
      String accepted = service.post(path, "text/plain", "").headers().firstValue("Accept").get();

      assertThat(accepted.split(", "))
          .containsExactlyInAnyOrderElementsOf(
              call.get("requestBody").get("content").propertyNames());
    }
  }

  @Test
  void document_schemas_nameEveryPropertyOfRealAnswers() throws Exception {
    List<String> bodies = new ArrayList<>();
    bodies.add(service.post("/v1/decisions?trace=true", "application/json", "{}").body());
    bodies.addAll(
        service
            .post(
                "/v1/decisions/batch?trace=true",
                "application/x-ndjson",
                SampleDesk.DENIED + "\n{\n" + SampleDesk.encounter("E-2", "88888"))
            .body()
            .lines()
            .toList());
    assertThat(bodies).hasSize(5);

    List<String> schemas = List.of("Problem", "Decision", "BatchError", "Decision", "BatchSummary");
    for (int i = 0; i < bodies.size(); i++) {
      JsonNode schema = document().at("/components/schemas/" + schemas.get(i));
      assertDescribed(JSON.readTree(bodies.get(i)), schema, schemas.get(i));
    }
  }

  @Test
  void document_schemasOfAcknowledgments_nameEveryPropertyOfRealAnswers() throws Exception {
    String file = GoldenFile.text("intake/x12/partly-bad.x12");
    List<String> lines =
        service
            .post("/v1/x12/acknowledgments", "application/edi-x12", file)
            .body()
            .lines()
            .toList();
    JsonNode schema = document().at("/components/schemas/ClaimAcknowledgment");

    assertThat(lines).hasSizeGreaterThan(3);
    for (String line : lines) {
      assertDescribed(JSON.readTree(line), schema, "ClaimAcknowledgment");
    }
  }

  private void assertDescribed(JsonNode value, JsonNode schema, String where) throws Exception {
    if (schema.has("$ref")) {
      assertDescribed(value, document().at(schema.get("$ref").asString().substring(1)), where);
    } else if (value.isArray()) {
      for (JsonNode each : value) {
        assertDescribed(each, schema.get("items"), where + "[]");
      }
    } else if (value.isObject() && schema.has("properties")) {
      assertThat(schema.get("properties").propertyNames())
          .as(where)
          .containsAll(value.propertyNames());
      for (Map.Entry<String, JsonNode> each : value.properties()) {
        JsonNode property = schema.get("properties").get(each.getKey());
        assertDescribed(each.getValue(), property, where + "." + each.getKey());
      }
    }
  }

  @Test
  void page_toTryIt_findsItsScripts() throws Exception {
    for (String path : List.of("index.html", "start.js", "assets/swagger-ui-bundle.js")) {
      assertThat(service.get("/swagger-ui/" + path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(service.get("/").headers().firstValue("Location"))
        .hasValueSatisfying(location -> assertThat(location).endsWith("/swagger-ui/index.html"));
    assertThat(service.get("/actuator/health").body()).contains("\"status\":\"UP\"");
  }

  private JsonNode document() throws Exception {
    return JSON.readTree(service.get("/v3/api-docs").body());
  }
}
