package org.preclaim.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the calls as the tests of its examples look at it. */
final class ApiExamples {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path FILE = Path.of("src/main/resources/openapi.json");
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  private final JsonNode document;

  ApiExamples() throws IOException {
    this.document = JSON.readTree(Files.readString(FILE));
  }

  /** A call. */
  record Operation(String method, String path, JsonNode node) {

    String id() {
      return node.get("operationId").asString();
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /**
   * A body as the description has it.
   *
   * @param status of the answer; empty for a request
   * @param type of the body
   * @param content with schema and examples
   */
  record Body(Operation operation, String status, String type, JsonNode content) {

    boolean isFile() {
      return Set.of("application/zip", "application/octet-stream").contains(type);
    }

    boolean isSuccess() {
      return status.startsWith("2");
    }

    List<Example> examples() {
      List<Example> examples = new ArrayList<>();
      content
          .path("examples")
          .properties()
          .forEach(
              each ->
                  examples.add(new Example(this, each.getKey(), each.getValue().path("value"))));
      if (content.has("example")) {
        examples.add(new Example(this, "example", content.get("example")));
      }
      return examples;
    }

    @Override
    public String toString() {
      return operation + " " + (status.isEmpty() ? "request" : status) + " " + type;
    }
  }

  /** An example of a body. */
  record Example(Body body, String name, JsonNode value) {

    /** As it stands on the wire. */
    String text() {
      return value.isString() ? value.asString() : JSON.writeValueAsString(value);
    }

    /** Its JSON documents: one, or one on each line; none where it is something else. */
    List<JsonNode> documents() {
      if (!value.isString()) {
        return List.of(value);
      }
      return body.type().equals("application/x-ndjson")
          ? value.asString().lines().map(JSON::readTree).toList()
          : List.of();
    }

    @Override
    public String toString() {
      return body + " " + name;
    }
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      path.getValue().properties().stream()
          .filter(each -> METHODS.contains(each.getKey()))
          .forEach(
              each -> operations.add(new Operation(each.getKey(), path.getKey(), each.getValue())));
    }
    return operations;
  }

  Operation operation(String id) {
    return operations().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no operation " + id));
  }

  List<Body> requests(Operation operation) {
    return bodies(operation, "", operation.node().path("requestBody")).toList();
  }

  List<Body> answers(Operation operation) {
    return operation.node().get("responses").properties().stream()
        .flatMap(each -> bodies(operation, each.getKey(), resolved(each.getValue())))
        .toList();
  }

  private static Stream<Body> bodies(Operation operation, String status, JsonNode holder) {
    return holder.path("content").properties().stream()
        .map(each -> new Body(operation, status, each.getKey(), each.getValue()));
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
  }

  /** A schema that stands alone, with all that it may refer to beside it. */
  JsonNode schema(Body body) {
    ObjectNode schema = JSON.createObjectNode();
    schema.setAll((ObjectNode) body.content().get("schema"));
    schema.set("components", document.get("components"));
    return schema;
  }
}
