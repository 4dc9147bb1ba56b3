package org.preclaim.intake.fhir;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.intake.Utf8;
import org.preclaim.intake.fhir.DocumentText.Read.Tree;
import org.preclaim.intake.fhir.DocumentText.Read.Unreadable;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes JSON of bytes, within limits: what is beyond them never reaches HAPI's parser. */
final class DocumentText {

  private static final int NUMBER_LENGTH = 100;
  private static final int NAME_LENGTH = 500;
  private static final Pattern LONG_EXPONENT = Pattern.compile("[eE][-+]?0*[1-9][0-9]{2}");

  private final FhirLimits limits;
  private final JsonMapper mapper;

  DocumentText(FhirLimits limits) {
    this.limits = limits;
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth())
                    .maxStringLength(limits.textLength())
                    .maxNumberLength(NUMBER_LENGTH)
                    .maxNameLength(NAME_LENGTH)
                    .maxTokenCount(limits.tokens())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    this.mapper =
        JsonMapper.builder(factory)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
  }

  /** What became of the bytes. */
  sealed interface Read {

    /** They are JSON; {@code text} is what HAPI's parser is to read. */
    record Tree(String text, JsonNode root) implements Read {}

    /** They are not. */
    record Unreadable(List<Problem> problems) implements Read {}
  }

  /**
   * Reads {@code bytes}.
   *
   * @param name what the sender calls the input
   */
  Read read(byte[] bytes, String name) {
    if (bytes.length > limits.bytes()) {
      return unreadable(
          FhirProblemCode.LIMIT,
          at(name, 1, 1),
          "the document has more than " + limits.bytes() + " bytes");
    }
    Utf8 decoded = Utf8.decode(bytes);
    if (!decoded.complete()) {
      return unreadable(
          FhirProblemCode.ENCODING,
          at(name, decoded.lastLine(), decoded.nextColumn()),
          "the bytes here are not UTF-8");
    }
    String text = decoded.text();
    try {
      TokenStreamLocation endless = endlessNumber(text);
      return endless == null
          ? new Tree(text, mapper.readTree(text))
          : unreadable(
              FhirProblemCode.LIMIT,
              at(name, endless.getLineNr(), endless.getColumnNr()),
              "the number has an exponent of more than two digits");
    } catch (StreamConstraintsException tooMuch) {
      return unreadable(FhirProblemCode.LIMIT, place(tooMuch, name), limitsInWords());
    } catch (JacksonException broken) {
      return unreadable(
          FhirProblemCode.SYNTAX,
          place(broken, name),
          "the text is not JSON from here on, or a name stands twice in one object");
    }
  }

  /** Where a number begins that would not fit into memory: HAPI writes out all its zeros. */
  private @Nullable TokenStreamLocation endlessNumber(String text) {
    try (JsonParser parser = mapper.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT
            && LONG_EXPONENT.matcher(parser.getString()).find()) {
          return parser.currentTokenLocation();
        }
      }
      return null;
    }
  }

  private String limitsInWords() {
    return "the document goes beyond what is read: at most "
        + limits.depth()
        + " levels, "
        + limits.tokens()
        + " values and names, and texts of "
        + limits.textLength()
        + " characters";
  }

  private static Place place(JacksonException broken, String name) {
    TokenStreamLocation known = broken.getLocation();
    TokenStreamLocation location = known == null ? TokenStreamLocation.NA : known;
    return at(name, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  private static Place at(String name, int line, int column) {
    return new Place.TextPosition(name, line, column);
  }

  private static Read unreadable(FhirProblemCode code, Place place, String message) {
    return new Unreadable(List.of(new Problem(place, code.code(), message)));
  }
}
