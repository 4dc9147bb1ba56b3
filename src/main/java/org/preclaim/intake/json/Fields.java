package org.preclaim.intake.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.intake.json.JsonValue.ListValue;
import org.preclaim.intake.json.JsonValue.NullValue;
import org.preclaim.intake.json.JsonValue.ObjectValue;
import org.preclaim.problem.Quoted;

/** The fields of one object, asked for by name. */
final class Fields {

  private final ObjectValue object;
  private final Problems problems;

  private Fields(ObjectValue object, Problems problems) {
    this.object = object;
    this.problems = problems;
  }

  /** The fields of {@code value}, which must be an object; those not {@code known} are reported. */
  static @Nullable Fields of(JsonValue value, Problems problems, Set<String> known) {
    if (!(value instanceof ObjectValue object)) {
      wrongType(value, "an object", problems);
      return null;
    }
    object
        .fields()
        .forEach(
            (name, field) -> {
              if (!known.contains(name)) {
                unknown(name, field.spot(), problems, known);
              }
            });
    return new Fields(object, problems);
  }

  private static void unknown(String name, Spot spot, Problems problems, Set<String> known) {
    String meant = problems.isFull() ? null : Meant.among(known, name);
    String help =
        meant == null
            ? "known here: " + String.join(", ", known.stream().sorted().toList())
            : meant;
    problems.add(
        spot, JsonProblemCode.UNKNOWN_FIELD, Quoted.text(name) + " is not a known field", help);
  }

  /** Reports that {@code value} is {@code null} or of a type that was not {@code expected}. */
  static void wrongType(JsonValue value, String expected, Problems problems) {
    if (value instanceof NullValue) {
      problems.add(
          value.spot(),
          JsonProblemCode.NULL_VALUE,
          "`null` is no value: expected " + expected,
          "a field without a value is left out");
    } else {
      problems.add(
          value.spot(),
          JsonProblemCode.WRONG_TYPE,
          "expected " + expected + ", found " + value.type());
    }
  }

  Spot spot() {
    return object.spot();
  }

  boolean has(String name) {
    return object.fields().containsKey(name);
  }

  /** Whether a list is not there or has no entries; something else than a list is neither. */
  boolean isEmptyOrAbsent(String name) {
    JsonValue value = object.fields().get(name);
    return value == null || (value instanceof ListValue list && list.entries().isEmpty());
  }

  /** The spot of a field, or where it would stand. */
  Spot spotOf(String name) {
    JsonValue value = object.fields().get(name);
    return value == null ? spot().field(name) : value.spot();
  }

  <T> @Nullable T optional(String name, Reading<T> reading) {
    JsonValue value = object.fields().get(name);
    return value == null ? null : reading.read(value);
  }

  <T> @Nullable T required(String name, Reading<T> reading) {
    if (!has(name)) {
      missing(name, Quoted.text(name) + " is missing");
    }
    return optional(name, reading);
  }

  /** Reports a field that should be there. */
  void missing(String name, String message) {
    problems.add(spot().field(name), JsonProblemCode.MISSING_FIELD, message);
  }

  /** The readable entries of a list; {@code null} where the field is not there or no list. */
  <T> @Nullable List<T> list(String name, int limit, Reading<T> reading) {
    return optional(name, value -> entries(value, limit, reading));
  }

  /** The readable entries of a list, where a single entry may stand without the list. */
  <T> List<T> oneOrMore(String name, int limit, Reading<T> reading) {
    List<T> entries =
        optional(
            name,
            value ->
                value instanceof ListValue
                    ? entries(value, limit, reading)
                    : readable(List.of(value), reading));
    return entries == null ? List.of() : entries;
  }

  private <T> @Nullable List<T> entries(JsonValue value, int limit, Reading<T> reading) {
    if (!(value instanceof ListValue list)) {
      wrongType(value, "a list", problems);
      return null;
    }
    if (list.entries().size() > limit) {
      problems.add(
          list.spot(),
          JsonProblemCode.TOO_MANY_ENTRIES,
          "the list has " + list.entries().size() + " entries: at most " + limit + " are read");
      return null;
    }
    return readable(list.entries(), reading);
  }

  private static <T> List<T> readable(List<JsonValue> values, Reading<T> reading) {
    List<T> entries = new ArrayList<>();
    for (JsonValue value : values) {
      T entry = reading.read(value);
      if (entry != null) {
        entries.add(entry);
      }
    }
    return entries;
  }
}
