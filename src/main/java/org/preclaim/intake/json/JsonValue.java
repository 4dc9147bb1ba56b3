package org.preclaim.intake.json;

import java.util.List;
import java.util.Map;

/** A value of a JSON document and where it stands. Numbers keep the digits that were sent. */
sealed interface JsonValue {

  Spot spot();

  /** The value's type in words, after an article. */
  String type();

  /** An object; of a field that stands there twice it has the first. */
  record ObjectValue(Spot spot, Map<String, JsonValue> fields) implements JsonValue {
    @Override
    public String type() {
      return "an object";
    }
  }

  record ListValue(Spot spot, List<JsonValue> entries) implements JsonValue {
    @Override
    public String type() {
      return "a list";
    }
  }

  record TextValue(Spot spot, String text) implements JsonValue {
    @Override
    public String type() {
      return "a text";
    }
  }

  record NumberValue(Spot spot, String digits) implements JsonValue {
    @Override
    public String type() {
      return "a number";
    }
  }

  record TruthValue(Spot spot, boolean truth) implements JsonValue {
    @Override
    public String type() {
      return "`" + truth + "`";
    }
  }

  record NullValue(Spot spot) implements JsonValue {
    @Override
    public String type() {
      return "`null`";
    }
  }
}
