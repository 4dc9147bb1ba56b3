package org.preclaim.engine.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the variables of a shape's patterns stand for. */
final class Scope {

  /**
   * What a variable stands for.
   *
   * @param expression as read from the case
   * @param fact the fact's type; empty where it is a property's value
   * @param position of the fact among the case's facts, or -1
   */
  record Meaning(String expression, Optional<FactType> fact, int position) {}

  private final Map<String, Meaning> meanings = new LinkedHashMap<>();

  void fact(String variable, FactType type, int position) {
    meanings.put(variable, new Meaning(type.slot(position), Optional.of(type), position));
  }

  void property(String variable, String expression) {
    meanings.put(variable, new Meaning(expression, Optional.empty(), -1));
  }

  Optional<Meaning> meaning(String variable) {
    return Optional.ofNullable(meanings.get(variable));
  }

  /** The bindings that the rest of the rule reads: {@code $line : line1}. */
  String bindings() {
    return meanings.entrySet().stream()
        .map(entry -> ",\n    " + entry.getKey() + " : " + entry.getValue().expression())
        .collect(Collectors.joining());
  }
}
