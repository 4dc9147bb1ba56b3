package org.preclaim.cli;

import java.io.IOException;
import java.io.InputStream;
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
import org.preclaim.lifecycle.DraftArchive;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The releases of a service, over HTTP. */
final class ReleaseServer {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);

  /** More than the files of a release, or what is said of thousands of them. */
  private static final int ANSWER_BYTES_MAX = DraftArchive.PACKED_BYTES_MAX;

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

  /** All of them, and which one decides. */
  JsonNode releases() throws InterruptedException {
    return json(get("v1/releases"));
  }

  /** One of them, or the one whose policies a decision was made under, with its steps. */
  JsonNode release(String id) throws InterruptedException {
    return json(get("v1/releases/" + encoded(id)));
  }

  /** The files of one of them, as a zip. */
  byte[] files(String id) throws InterruptedException {
    return get("v1/releases/" + encoded(id) + "/files").body;
  }

  /**
   * Hands in a draft; the release that it is.
   *
   * @param base from which release it was made, where the zip does not say so
   */
  JsonNode draft(byte[] zip, String name, String reason, @Nullable String base)
      throws InterruptedException {
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
      throws InterruptedException {
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

  private Answer get(String path) throws InterruptedException {
    return send(HttpRequest.newBuilder(address.resolve(path)));
  }

  private JsonNode post(String path, String type, BodyPublisher body) throws InterruptedException {
    return json(
        send(
            HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", type).POST(body)));
  }

  /** What came back, with whatever status. */
  private static final class Answer {

    final int status;
    final byte[] body;

    Answer(int status, byte[] body) {
      this.status = status;
      this.body = body;
    }
  }

  /** What was asked for; whatever else is answered is thrown. */
  private Answer send(HttpRequest.Builder request) throws InterruptedException {
    Answer answer = answer(request.timeout(ANSWERS_WITHIN));
    if (answer.body.length > ANSWER_BYTES_MAX) {
      throw new UserError(address + " answered with more than " + ANSWER_BYTES_MAX + " bytes");
    }
    if (answer.status != OK && answer.status != CREATED) {
      throw ServerRefusal.of(answer.status, json(answer));
    }
    return answer;
  }

  private Answer answer(HttpRequest.Builder request) throws InterruptedException {
    try {
      if (key != null) {
        request.header("Authorization", "Bearer " + key);
      }
      HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        return new Answer(answer.statusCode(), body.readNBytes(ANSWER_BYTES_MAX + 1));
      }
    } catch (IOException unreachable) {
      String why = unreachable.getMessage();
      throw new UserError("no answer from " + address + (why == null ? "" : ": " + why));
    } catch (IllegalArgumentException notToBeSent) {
      throw new UserError("the key cannot be sent: expected one as `callers add` shows it");
    }
  }

  private JsonNode json(Answer answer) {
    try {
      JsonNode said = JSON.readTree(answer.body);
      if (said.isObject()) {
        return said;
      }
    } catch (JacksonException notJson) {
      // Told below, without the page that came.
    }
    throw new UserError(address + " answered " + answer.status + " in other words than Preclaim's");
  }
}
