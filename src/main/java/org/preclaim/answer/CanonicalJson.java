package org.preclaim.answer;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * How this room writes JSON: compact, in the order of the calls, numbers that matter as text. Equal
 * input gives equal characters.
 */
final class CanonicalJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private CanonicalJson() {}

  /** What {@code body} writes, on one line. */
  static String line(Consumer<JsonGenerator> body) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      body.accept(json);
    }
    return text.toString();
  }

  /** A property, left out where it has no value. */
  static void optional(JsonGenerator json, String name, @Nullable Object value) {
    if (value != null) {
      json.writeStringProperty(name, value.toString());
    }
  }

  /** A list of texts. */
  static void texts(JsonGenerator json, String name, List<String> values) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /** A list of objects, each written by {@code member}. */
  static <T> void objects(
      JsonGenerator json, String name, List<T> values, Consumer<? super T> member) {
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeStartObject();
      member.accept(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Digits without an exponent and without zeros that say nothing. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
