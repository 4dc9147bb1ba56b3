package org.preclaim.web;

import com.fasterxml.jackson.annotation.Nulls;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.preclaim.web.refusal.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * A body that is to be one JSON object, read as it was meant or not at all: no field that is not
 * known, none twice, no text for a number or the other way round, no null in a list, nothing behind
 * the object.
 */
final class StrictJson {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              texts ->
                  texts
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private StrictJson() {}

  /**
   * The body of {@code request}; none where it is no such object.
   *
   * @throws Refusal where it is packed, in another character set, or longer than {@code bytesMax}
   */
  static <T> Optional<T> read(HttpServletRequest request, long bytesMax, Class<T> type)
      throws IOException {
    return read(body(request, bytesMax), type);
  }

  /** The object that {@code body} is; none where it is no such object. */
  static <T> Optional<T> read(byte[] body, Class<T> type) {
    try {
      return Optional.ofNullable(JSON.readValue(body, type));
    } catch (JacksonException notOne) {
      // The message of the parser may quote the body.
      return Optional.empty();
    }
  }

  /**
   * The bytes of the body.
   *
   * @throws Refusal as {@link #read(HttpServletRequest, long, Class)} does
   */
  static byte[] body(HttpServletRequest request, long bytesMax) throws IOException {
    MediaTypes.requirePlainUtf8(request);
    try (InputStream in = LimitedBody.of(request, bytesMax)) {
      return in.readAllBytes();
    }
  }
}
