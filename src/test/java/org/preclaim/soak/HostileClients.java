package org.preclaim.soak;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.preclaim.fixtures.KeyedLoad;
import org.preclaim.fixtures.RawHttp;

/**
 * Clients that stop in the middle of a line, send a byte a second, vanish, send lines that are too
 * long, or read nothing. Each does so again and again until all are closed.
 */
final class HostileClients extends Clients {

  private static final int HALF_HEADS = 100;

  /** More than the service has threads. */
  private static final int SLOW_BODIES = 80;

  private static final int LINE_TOO_LONG = (1 << 20) + 100_000;
  private static final int LET_GO_MILLIS_MAX = 120_000;
  private static final int SECOND_MILLIS = 1_000;
  private static final int SHORT_MILLIS = 20;
  private static final int UNREAD_MILLIS = 60_000;
  private static final String JSON = "Content-Type: application/json";
  private static final String LINES = "Content-Type: application/x-ndjson";
  private static final Pattern DECIDED =
      Pattern.compile("\\{\"decisionId\":\"([^\"]+)\",\"encounterId\":\"([^\"]+)\",.*");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final int port;
  private final KeyedLoad load;
  private final Map<String, String> answered;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, AtomicInteger> done = new ConcurrentHashMap<>();

  /**
   * Starts them.
   *
   * @param load whose clients send again what vanished clients sent
   * @param answered gets the decision's id by the encounter's for what a batch was answered
   */
  HostileClients(int port, KeyedLoad load, Map<String, String> answered) {
    this.port = port;
    this.load = load;
    this.answered = answered;
    start(HALF_HEADS, "half a head", this::halfHead);
    start(SLOW_BODIES, "a byte a second", this::slowBody);
    start(1, "gone within a body", this::vanishInBody);
    start(1, "gone before the answer", this::vanishUnread);
    start(1, "gone within a batch", this::vanishInBatch);
    start(1, "a line too long", this::longLine);
    start(1, "answers unread", this::unread);
  }

  private void start(int many, String name, Act act) {
    AtomicInteger count = done.computeIfAbsent(name, any -> new AtomicInteger());
    for (int i = 0; i < many; i++) {
      start(
          name,
          () -> {
            act(act, name);
            count.incrementAndGet();
          });
    }
  }

  private void act(Act act, String name) throws InterruptedException {
    try {
      act.go();
    } catch (SocketTimeoutException held) {
      fault("was not let go: " + name);
    } catch (IOException cut) {
      // That is what the service does with such clients; or it is gone.
      Thread.sleep(SHORT_MILLIS);
    }
  }

  private void halfHead() throws IOException {
    try (RawHttp http = new RawHttp(port, LET_GO_MILLIS_MAX)) {
      http.send("POST /v1/deci");
      http.awaitEnd();
    }
  }

  private void slowBody() throws IOException, InterruptedException {
    try (RawHttp http = new RawHttp(port)) {
      http.sendPost("/v1/decisions", JSON, "Content-Length: 4000");
      for (int millis = 0; millis < LET_GO_MILLIS_MAX && !isOver(); millis += SECOND_MILLIS) {
        http.send(" ");
        Thread.sleep(SECOND_MILLIS);
        String answer = http.readAvailable();
        if (!answer.isEmpty()) {
          require(answer.contains("too-slow"), answer);
          return;
        }
      }
      require(isOver(), "a slow body was not let go");
    }
  }

  private void vanishInBody() throws IOException, InterruptedException {
    try (RawHttp http = new RawHttp(port)) {
      String body = KeyedLoad.body("H-" + NUMBER.incrementAndGet());
      http.sendPost("/v1/decisions", JSON, "Content-Length: " + body.length());
      http.send(body.substring(0, body.length() / 2));
      http.reset();
    }
    Thread.sleep(SHORT_MILLIS);
  }

  private void vanishUnread() throws IOException, InterruptedException {
    String key = "V-" + NUMBER.incrementAndGet();
    try (RawHttp http = new RawHttp(port)) {
      String body = KeyedLoad.body(key);
      http.sendPost(
          "/v1/decisions", JSON, "Idempotency-Key: " + key, "Content-Length: " + body.length());
      http.send(body);
      Thread.sleep(NUMBER.get() % 4);
      http.reset();
    } finally {
      load.takeOver(key);
    }
    Thread.sleep(SHORT_MILLIS);
  }

  private void vanishInBatch() throws IOException, InterruptedException {
    int number = NUMBER.incrementAndGet();
    try (RawHttp http = new RawHttp(port)) {
      http.sendPost("/v1/decisions/batch", LINES, "Transfer-Encoding: chunked");
      for (int line = 0; line < SHORT_MILLIS; line++) {
        http.sendChunk(KeyedLoad.body("G-" + number + "-" + line) + "\n");
      }
      http.reset();
    }
    Thread.sleep(SECOND_MILLIS / 2);
  }

  private void unread() throws IOException, InterruptedException {
    int number = NUMBER.incrementAndGet();
    try (RawHttp http = new RawHttp(port)) {
      http.sendPost("/v1/decisions/batch", LINES, "Transfer-Encoding: chunked");
      for (int line = 0; !isOver(); line++) {
        http.sendChunk(KeyedLoad.body("U-" + number + "-" + line) + "\n");
      }
    } catch (IOException cut) {
      for (int millis = 0; millis < UNREAD_MILLIS && !isOver(); millis += SECOND_MILLIS) {
        Thread.sleep(SECOND_MILLIS);
      }
    }
  }

  /** The lines around one that is too long are decided. */
  private void longLine() throws IOException, InterruptedException {
    String id = "B-" + NUMBER.incrementAndGet();
    String body =
        String.join(
            "\n", KeyedLoad.body(id + "-1"), "x".repeat(LINE_TOO_LONG), KeyedLoad.body(id + "-2"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/decisions/batch"))
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    List<String> lines = answer.body().lines().toList();
    require(answer.statusCode() == 200 && lines.size() == 4, answer.body());
    require(lines.get(1).contains("\"JSON-TOO-LARGE\""), answer.body());
    require(lines.get(3).startsWith("{\"summary\":"), answer.body());
    for (String line : List.of(lines.get(0), lines.get(2))) {
      Matcher decided = DECIDED.matcher(line);
      if (decided.matches()) {
        answered.put(decided.group(2), decided.group(1));
      } else {
        require(line.contains(":journal-unavailable\""), line);
      }
    }
    Thread.sleep(SECOND_MILLIS / 2);
  }

  private static void require(boolean sound, String what) {
    if (!sound) {
      throw new IllegalStateException(what);
    }
  }

  /** How often each kind of client did what it does, in words. */
  String done() {
    return new TreeMap<>(done).toString();
  }
}
