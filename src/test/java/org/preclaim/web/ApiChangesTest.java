package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The description may grow; what stands in the published one keeps its name and meaning. */
class ApiChangesTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Replaced by a copy of the description when a version is published, and only then. */
  private static final Path PUBLISHED = Path.of("src/test/resources/openapi/published.json");

  private static final Path CURRENT = Path.of("src/main/resources/openapi.json");

  @Test
  void description_today_takesNothingAway() {
    assertThat(ApiChanges.incompatible(read(PUBLISHED), read(CURRENT))).isEmpty();
  }

  @Test
  void description_withThingsTakenAway_namesEach() {
    assertTold(api -> object(api, "/paths/~1v1~1decisions").remove("post"))
        .contains("post /v1/decisions is gone");
    assertTold(api -> object(api, "/components/schemas/Decision/properties").remove("outcome"))
        .contains("post /v1/decisions 200.outcome is gone");
    assertTold(api -> required(api, "Decision").removeAll())
        .contains("post /v1/decisions 200.outcome became optional");
    assertTold(api -> required(api, "Encounter").add("payer"))
        .contains("post /v1/decisions request.payer became required");
    assertTold(
            api ->
                object(api, "/components/schemas/Encounter/properties/setting")
                    .withArrayProperty("enum")
                    .remove(0))
        .contains("post /v1/decisions request.setting no longer has `practitioner`");
    assertTold(
            api ->
                object(api, "/components/schemas/ServiceLine/properties/number")
                    .put("type", "string"))
        .contains("post /v1/decisions request.lines[].number was \"integer\" and is \"string\"");
    assertTold(
            api ->
                ((ArrayNode) api.at("/paths/~1v1~1decisions/get/parameters"))
                    .addObject()
                    .put("in", "query")
                    .put("name", "must")
                    .put("required", true))
        .contains("get /v1/decisions parameter query must became required");
    assertTold(api -> ((ArrayNode) api.at("/paths/~1v1~1decisions/get/parameters")).removeAll())
        .contains("get /v1/decisions parameter query encounter is gone");
    assertTold(api -> object(api, "/paths/~1v1~1decisions/post/responses").remove("422"))
        .contains("post /v1/decisions 422 is gone");
  }

  @Test
  void description_withThingsAdded_isStillKeptTo() {
    assertTold(
            api -> {
              object(api, "/paths").putObject("/v2/decisions").putObject("get");
              object(api, "/components/schemas/Decision/properties").putObject("more");
              object(api, "/components/schemas/Encounter/properties").putObject("more");
            })
        .isEmpty();
  }

  private static ListAssert<String> assertTold(Consumer<JsonNode> change) {
    JsonNode changed = read(PUBLISHED).deepCopy();
    change.accept(changed);
    return assertThat(ApiChanges.incompatible(read(PUBLISHED), changed));
  }

  private static ObjectNode object(JsonNode api, String pointer) {
    return (ObjectNode) api.at(pointer);
  }

  private static ArrayNode required(JsonNode api, String schema) {
    return (ArrayNode) api.at("/components/schemas/" + schema + "/required");
  }

  private static JsonNode read(Path file) {
    return JSON.readTree(file);
  }
}
