package org.preclaim.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The releases of a service, over HTTP. */
final class ReleaseServer {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);

  /** A draft is compiled and its scenarios are run before the answer comes. */
  private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(10);

  private static final int CREATED = 201;
  private static final int OK = 200;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECTS_WITHIN).build();

  private final URI address;
  private final @Nullable String key;

  private ReleaseServer(URI address, @Nullable String key) {
    this.address = address;
    this.key = key;
  }

  /**
   * The service at {@code address}, which ends with a slash.
   *
   * @param key opens it; absent where the service asks nobody who they are
   */
  static ReleaseServer at(URI address, @Nullable String key) {
    return new ReleaseServer(address, key == null || key.isBlank() ? null : key.strip());
  }

  /**
   * Hands in a draft; the release that it is.
   *
   * @param base from which release it was made, where the zip does not say so
   */
  JsonNode draft(byte[] zip, String name, String reason, @Nullable String base)
      throws IOException, InterruptedException {
    StringJoiner query = new StringJoiner("&", "v1/releases?", "");
    query.add("name=" + encoded(name)).add("reason=" + encoded(reason));
    if (base != null) {
      query.add("base=" + encoded(base));
    }
    return post(query.toString(), "application/zip", BodyPublishers.ofByteArray(zip));
  }

  /**
   * Takes a step in the life of a release; what it is then.
   *
   * @param step as the call is named, for instance {@code approval}
   * @param at when, where that is not now
   */
  JsonNode step(String id, String step, String reason, @Nullable String at)
      throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("reason", reason);
    if (at != null) {
      body.put("at", at);
    }
    return post(
        "v1/releases/" + encoded(id) + "/" + step,
        "application/json",
        BodyPublishers.ofString(body.toString()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private JsonNode post(String path, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(ANSWERS_WITHIN)
            .header("Content-Type", type)
            .POST(body);
    if (key != null) {
      request.header("Authorization", "Bearer " + key);
    }
    HttpResponse<String> answer;
    try {
      answer = client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException unreachable) {
      String why = unreachable.getMessage();
      throw new UserError("no answer from " + address + (why == null ? "" : ": " + why));
    } catch (IllegalArgumentException notToBeSent) {
      throw new UserError("the key cannot be sent: expected one as `callers add` shows it");
    }
    JsonNode said = read(answer);
    if (answer.statusCode() == OK || answer.statusCode() == CREATED) {
      return said;
    }
    throw ServerRefusal.of(answer.statusCode(), said);
  }

  private JsonNode read(HttpResponse<String> answer) {
    try {
      JsonNode said = JSON.readTree(answer.body());
      if (said.isObject()) {
        return said;
      }
    } catch (JacksonException notJson) {
      // Told below, without the page that came.
    }
    throw new UserError(
        address + " answered " + answer.statusCode() + " in other words than Preclaim's");
  }
}
