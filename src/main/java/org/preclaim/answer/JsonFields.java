package org.preclaim.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads back what this package wrote as JSON; throws where it did not. */
final class JsonFields {

  private JsonFields() {}

  static String text(JsonNode json, String name) {
    return json.path(name).asString();
  }

  static @Nullable String optional(JsonNode json, String name) {
    return json.has(name) ? text(json, name) : null;
  }

  static <T> List<T> list(JsonNode json, Function<JsonNode, T> entry) {
    List<T> list = new ArrayList<>();
    json.forEach(each -> list.add(entry.apply(each)));
    return list;
  }

  static <E> E word(E[] values, Function<E, String> wordOf, String word) {
    return Stream.of(values)
        .filter(each -> wordOf.apply(each).equals(word))
        .findFirst()
        .orElseThrow();
  }
}
