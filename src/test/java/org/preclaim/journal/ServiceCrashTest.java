package org.preclaim.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preclaim.Application;
import org.preclaim.fixtures.Databases;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.journal.chain.Search;
import org.preclaim.journal.chain.Search.Order;
import org.preclaim.journal.chain.StoredEntry;

/**
 * The service is killed while 16 clients send requests with idempotency keys; what had no answer is
 * sent again to the next one. Once for each database; {@code -Dpreclaim.service.crashes=50} makes
 * it fifty times.
 */
class ServiceCrashTest {

  private static final int CRASHES = Integer.getInteger("preclaim.service.crashes", 1);
  private static final int CLIENTS = 16;
  private static final int ANSWERS_MAX = 600;
  private static final int PAGE = 5_000;
  private static final int OK = 200;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  /** The decision's id by idempotency key, of every request that was answered. */
  private final Map<String, String> answered = new ConcurrentHashMap<>();

  private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger number = new AtomicInteger();

  @ParameterizedTest
  @EnumSource(Databases.class)
  void service_killedUnderLoad_hasWhatItAnsweredOnce(Databases kind, @TempDir Path data)
      throws Exception {
    String address = kind.fresh();
    for (int crash = 0; crash < CRASHES; crash++) {
      loadUntilKilled(address, data);
      JournalCopy.at(address).verify(null);
    }
    int sent = number.get();
    finish(address, data);

    Map<String, String> recorded = recorded(address);
    assertThat(recorded).as("seed %d", seed).containsAllEntriesOf(answered);
    assertThat(recorded).as("seed %d", seed).hasSize(sent);
    assertThat(answered).hasSize(sent).hasSizeGreaterThan(CRASHES);
  }

  /** Sends until the service, which is killed after a random number of answers, is gone. */
  private void loadUntilKilled(String address, Path data) throws Exception {
    int enough = answered.size() + 1 + random.nextInt(ANSWERS_MAX);
    Process service = start(address, data);
    try {
      int port = port(service);
      clients(
          client -> {
            while (service.isAlive()) {
              String again = unanswered.poll();
              String key = again == null ? "E-" + number.incrementAndGet() : again;
              if (send(client, port, key) && answered.size() >= enough) {
                service.toHandle().destroyForcibly();
              }
            }
          });
    } finally {
      service.destroyForcibly();
      service.waitFor();
    }
  }

  /** Sends what has no answer yet. */
  private void finish(String address, Path data) throws Exception {
    Process service = start(address, data);
    try {
      int port = port(service);
      clients(
          client -> {
            for (String key = unanswered.poll(); key != null; key = unanswered.poll()) {
              assertThat(send(client, port, key)).as("%s, seed %d", key, seed).isTrue();
            }
          });
    } finally {
      service.destroyForcibly();
      service.waitFor();
    }
  }

  /** What one of the clients does. */
  private interface Sending {
    void with(HttpClient client) throws InterruptedException;
  }

  private static void clients(Sending sending) throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        running.add(
            threads.submit(
                () -> {
                  sending.with(client);
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Whether there was an answer; without one the key is for the next service. */
  private boolean send(HttpClient client, int port, String key) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/decisions"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString(SampleDesk.encounter(key, "99999")))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(OK);
      answered.put(key, ExportLines.parse(answer.body()).path("decisionId").asString());
      return true;
    } catch (IOException gone) {
      unanswered.add(key);
      return false;
    }
  }

  private static Process start(String address, Path data) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Application.class.getName(),
            "serve",
            "--port",
            "0",
            "--policies",
            SampleDesk.POLICIES.toString(),
            "--data",
            data.toString(),
            "--journal",
            address)
        .redirectErrorStream(true)
        .start();
  }

  /** The port that the service's log tells; the rest of the log is read and dropped. */
  private static int port(Process service) throws IOException {
    BufferedReader log =
        new BufferedReader(
            new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8));
    List<String> before = new ArrayList<>();
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      before.add(line);
      int url = line.indexOf("url=http://127.0.0.1:");
      if (url >= 0) {
        new Thread(() -> drain(log)).start();
        String rest = line.substring(url + "url=http://127.0.0.1:".length());
        return Integer.parseInt(rest.substring(0, rest.indexOf(' ')));
      }
    }
    throw new IOException("the service did not start: " + before);
  }

  private static void drain(BufferedReader log) {
    try (log) {
      log.transferTo(Writer.nullWriter());
    } catch (IOException gone) {
      // So is the service.
    }
  }

  /** The decision's id by the encounter's, which is the key; fails where one is there twice. */
  private static Map<String, String> recorded(String address) {
    Map<String, String> recorded = new ConcurrentHashMap<>();
    HashSet<String> ids = new HashSet<>();
    try (JournalReader journal = JournalReader.open(address)) {
      Search search = new Search(null, null, null, new TreeSet<>(), Order.OLDEST_FIRST, null, PAGE);
      List<StoredEntry> page = journal.search(search);
      while (!page.isEmpty()) {
        for (StoredEntry stored : page) {
          String id = stored.entry().statement().id();
          assertThat(ids.add(id)).as(id).isTrue();
          assertThat(recorded.put(stored.encounterId(), id)).as(stored.encounterId()).isNull();
        }
        page = journal.search(search.beyond(page.get(page.size() - 1).entry().sequence()));
      }
    }
    return recorded;
  }
}
