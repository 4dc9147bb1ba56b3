package org.preclaim.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * What a description of the calls takes away from callers that kept to an earlier one. Additions
 * are welcome: a call, a status, a property of an answer, an optional one of a request.
 */
final class ApiChanges {

  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  private final JsonNode before;
  private final JsonNode after;
  private final List<String> found = new ArrayList<>();
  private final Set<String> compared = new HashSet<>();

  /** Which way a document goes: callers write requests and read answers. */
  private enum Way {
    REQUEST,
    ANSWER
  }

  private ApiChanges(JsonNode before, JsonNode after) {
    this.before = before;
    this.after = after;
  }

  /** Each as a sentence that names its place; none where every caller still gets along. */
  static List<String> incompatible(JsonNode before, JsonNode after) {
    ApiChanges changes = new ApiChanges(before, after);
    changes.paths();
    return changes.found;
  }

  private void paths() {
    for (Map.Entry<String, JsonNode> path : before.get("paths").properties()) {
      for (Map.Entry<String, JsonNode> call : path.getValue().properties()) {
        if (METHODS.contains(call.getKey())) {
          String name = call.getKey() + " " + path.getKey();
          JsonNode now = after.get("paths").path(path.getKey()).path(call.getKey());
          if (now.isMissingNode()) {
            found.add(name + " is gone");
          } else {
            call(name, call.getValue(), now);
          }
        }
      }
    }
  }

  private void call(String name, JsonNode was, JsonNode now) {
    parameters(name, was, now);
    content(name + " request", was.path("requestBody"), now.path("requestBody"), Way.REQUEST);
    for (Map.Entry<String, JsonNode> status : was.path("responses").properties()) {
      String where = name + " " + status.getKey();
      JsonNode still = now.path("responses").path(status.getKey());
      if (still.isMissingNode()) {
        found.add(where + " is gone");
      } else {
        content(where, resolved(before, status.getValue()), resolved(after, still), Way.ANSWER);
      }
    }
  }

  private void parameters(String name, JsonNode was, JsonNode now) {
    Set<String> known = names(before, was.path("parameters"), false);
    Set<String> still = names(after, now.path("parameters"), false);
    missing(known, still).forEach(gone -> found.add(name + " parameter " + gone + " is gone"));
    Set<String> mustWere = names(before, was.path("parameters"), true);
    missing(names(after, now.path("parameters"), true), mustWere)
        .forEach(must -> found.add(name + " parameter " + must + " became required"));
  }

  private static Set<String> names(JsonNode document, JsonNode parameters, boolean required) {
    Set<String> names = new TreeSet<>();
    for (JsonNode each : parameters) {
      JsonNode parameter = resolved(document, each);
      if (!required || parameter.path("required").asBoolean(false)) {
        names.add(parameter.get("in").asString() + " " + parameter.get("name").asString());
      }
    }
    return names;
  }

  private void content(String where, JsonNode was, JsonNode now, Way way) {
    for (Map.Entry<String, JsonNode> type : was.path("content").properties()) {
      JsonNode still = now.path("content").path(type.getKey());
      if (still.isMissingNode()) {
        found.add(where + " " + type.getKey() + " is gone");
      } else {
        schema(where, type.getValue().path("schema"), still.path("schema"), way);
      }
    }
  }

  private void schema(String where, JsonNode refWas, JsonNode refNow, Way way) {
    JsonNode was = resolved(before, refWas);
    JsonNode now = resolved(after, refNow);
    if (refWas.has("$ref") && !compared.add(way + " " + refWas + refNow)) {
      return;
    }
    if (!was.path("type").equals(now.path("type"))) {
      found.add(where + " was " + was.path("type") + " and is " + now.path("type"));
    }
    missing(texts(was.path("enum")), texts(now.path("enum")))
        .forEach(word -> found.add(where + " no longer has `" + word + "`"));
    Set<String> mustWere = texts(was.path("required"));
    Set<String> must = texts(now.path("required"));
    switch (way) {
      case REQUEST ->
          missing(must, mustWere)
              .forEach(each -> found.add(where + "." + each + " became required"));
      case ANSWER ->
          missing(mustWere, must)
              .forEach(each -> found.add(where + "." + each + " became optional"));
    }
    for (Map.Entry<String, JsonNode> property : was.path("properties").properties()) {
      String name = where + "." + property.getKey();
      JsonNode still = now.path("properties").path(property.getKey());
      if (still.isMissingNode()) {
        found.add(name + " is gone");
      } else {
        schema(name, property.getValue(), still, way);
      }
    }
    if (was.has("items")) {
      schema(where + "[]", was.get("items"), now.path("items"), way);
    }
  }

  private static JsonNode resolved(JsonNode document, JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new TreeSet<>();
    StreamSupport.stream(array.spliterator(), false).forEach(each -> texts.add(each.asString()));
    return texts;
  }

  private static Set<String> missing(Set<String> from, Set<String> in) {
    Set<String> missing = new TreeSet<>(from);
    missing.removeAll(in);
    return missing;
  }
}
