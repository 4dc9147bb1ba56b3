package org.preclaim.intake.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preclaim.intake.json.JsonValue.ListValue;
import org.preclaim.intake.json.JsonValue.NullValue;
import org.preclaim.intake.json.JsonValue.NumberValue;
import org.preclaim.intake.json.JsonValue.ObjectValue;
import org.preclaim.intake.json.JsonValue.TextValue;
import org.preclaim.intake.json.JsonValue.TruthValue;
import org.preclaim.problem.Quoted;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Builds the values of one document from its tokens, within the limits. */
final class JsonTree {

  private final JsonFactory factory;
  private final JsonLimits limits;

  JsonTree(JsonLimits limits) {
    this.limits = limits;
    // What Jackson refuses on its own it can only refuse without a pointer: its limits lie behind
    // ours, except for numbers, which are always short.
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth() + 1)
            .maxStringLength(limits.bytes())
            .maxNameLength(limits.bytes())
            .maxNumberLength(limits.textLength())
            .build();
    this.factory = JsonFactory.builder().streamReadConstraints(constraints).build();
  }

  /** Thrown where the text cannot be read to its end. */
  static final class Unreadable extends Exception {
    private final JsonProblemCode code;
    private final String words;
    private final int line;
    private final int column;

    Unreadable(JsonProblemCode code, String message, TokenStreamLocation location) {
      super(message);
      this.words = message;
      this.code = code;
      this.line = Math.max(1, location.getLineNr());
      this.column = Math.max(1, location.getColumnNr());
    }

    JsonProblemCode code() {
      return code;
    }

    String words() {
      return words;
    }

    int line() {
      return line;
    }

    int column() {
      return column;
    }
  }

  /** The document's root; names that stand twice go to {@code problems}. */
  JsonValue read(String text, Problems problems) throws Unreadable {
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
      Walk walk = new Walk(parser, problems);
      return walk.document();
    } catch (JacksonException broken) {
      throw SyntaxProblem.of(broken, text);
    }
  }

  /** One pass over the tokens of one document. */
  private final class Walk {

    private final JsonParser parser;
    private final Problems problems;
    private int values;

    Walk(JsonParser parser, Problems problems) {
      this.parser = parser;
      this.problems = problems;
    }

    JsonValue document() throws Unreadable {
      if (parser.nextToken() == null) {
        throw new Unreadable(
            JsonProblemCode.SYNTAX,
            "the document is empty: expected an encounter as a JSON object",
            parser.currentLocation());
      }
      JsonValue root = value(Spot.ROOT, 1);
      if (parser.nextToken() != null) {
        throw new Unreadable(
            JsonProblemCode.SYNTAX,
            "more text after the end of the encounter: expected one JSON object",
            parser.currentTokenLocation());
      }
      return root;
    }

    private JsonValue value(Spot spot, int depth) throws Unreadable {
      JsonToken token = parser.currentToken();
      return switch (token) {
        case START_OBJECT -> object(spot, checked(depth));
        case START_ARRAY -> list(spot, checked(depth));
        case VALUE_STRING -> new TextValue(spot, parser.getString());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new NumberValue(spot, parser.getString());
        case VALUE_TRUE -> new TruthValue(spot, true);
        case VALUE_FALSE -> new TruthValue(spot, false);
        case VALUE_NULL -> new NullValue(spot);
        case END_OBJECT, END_ARRAY, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
            throw new IllegalStateException("no value starts with " + token);
      };
    }

    private ObjectValue object(Spot spot, int depth) throws Unreadable {
      Map<String, JsonValue> fields = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        Spot field = next(spot, name);
        if (fields.putIfAbsent(name, value(field, depth + 1)) != null) {
          problems.add(
              field,
              JsonProblemCode.DUPLICATE_FIELD,
              "the object has " + Quoted.text(name) + " twice",
              "which of the two is meant cannot be told: leave one");
        }
      }
      return new ObjectValue(spot, fields);
    }

    private ListValue list(Spot spot, int depth) throws Unreadable {
      List<JsonValue> entries = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        entries.add(value(next(spot, Integer.toString(entries.size())), depth + 1));
      }
      return new ListValue(spot, entries);
    }

    private Spot next(Spot parent, String step) throws Unreadable {
      if (++values >= limits.values()) {
        throw new Unreadable(
            JsonProblemCode.TOO_MANY_VALUES,
            "the document has more than " + limits.values() + " values",
            parser.currentTokenLocation());
      }
      return new Spot(parent, step, values);
    }

    private int checked(int depth) throws Unreadable {
      if (depth > limits.depth()) {
        throw new Unreadable(
            JsonProblemCode.TOO_DEEP,
            "objects and lists stand more than " + limits.depth() + " deep in one another",
            parser.currentTokenLocation());
      }
      return depth;
    }
  }
}
