package org.preclaim.soak;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.preclaim.fixtures.SampleDesk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients that ask without a pause, one encounter at a time or in batches, and look whether each
 * answer is of one release: what it found must be what the release that it names finds.
 */
final class Traffic implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int BATCH = 20;

  private final MeasuredService service;
  private final Map<String, Integer> versions;
  private final List<Thread> clients = new ArrayList<>();
  private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong answers = new AtomicLong();
  private volatile boolean over;

  /**
   * Traffic to {@code service}.
   *
   * @param versions the number of each release by its id; those to come are added before they
   *     decide
   */
  Traffic(MeasuredService service, Map<String, Integer> versions) {
    this.service = service;
    this.versions = versions;
    start(this::single);
    start(this::batch);
  }

  /** One thing that a client does. */
  private interface Round {
    void go() throws IOException, InterruptedException;
  }

  private void start(Round round) {
    Thread client =
        new Thread(
            () -> {
              while (!over) {
                try {
                  round.go();
                } catch (IOException | InterruptedException | RuntimeException failed) {
                  faults.add(failed.toString());
                }
              }
            });
    client.start();
    clients.add(client);
  }

  private void single() throws IOException, InterruptedException {
    look(service.post("/v1/decisions", "application/json", SampleDesk.DENIED), 1);
  }

  private void batch() throws IOException, InterruptedException {
    String lines = (SampleDesk.DENIED + "\n").repeat(BATCH);
    look(service.post("/v1/decisions/batch", "application/x-ndjson", lines), BATCH + 1);
  }

  private void look(HttpResponse<String> answer, int expected) {
    List<String> lines = answer.body().lines().toList();
    if (answer.statusCode() != 200 || lines.size() != expected) {
      faults.add(answer.statusCode() + " " + answer.body());
      return;
    }
    TreeSet<String> releases = new TreeSet<>();
    for (String line : lines) {
      JsonNode decision = JSON.readTree(line);
      if (!decision.has("summary")) {
        releases.add(decision.at("/release/id").asString());
        String expects = "PAY-" + versions.get(decision.at("/release/id").asString());
        String found = decision.at("/warnings/0/policy/id").asString();
        if (!found.equals(expects) || decision.path("warnings").size() != 1) {
          faults.add("expected " + expects + ": " + line);
        }
        answers.incrementAndGet();
      }
    }
    if (releases.size() != 1) {
      faults.add("a request under several releases: " + releases);
    }
  }

  /** How many decisions were answered so far. */
  long answers() {
    return answers.get();
  }

  /** What was wrong with answers; the first ones. */
  List<String> faults() {
    synchronized (faults) {
      return List.copyOf(faults.subList(0, Math.min(5, faults.size())));
    }
  }

  @Override
  public void close() {
    over = true;
    for (Thread client : clients) {
      try {
        client.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
