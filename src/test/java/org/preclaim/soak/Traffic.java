package org.preclaim.soak;

import java.io.IOException;
import java.net.http.HttpResponse;
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
final class Traffic extends Clients {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int BATCH = 20;

  private final MeasuredService service;
  private final Map<String, Integer> versions;
  private final AtomicLong answers = new AtomicLong();

  /**
   * Traffic to {@code service}.
   *
   * @param versions the number of each release by its id; those to come are added before they
   *     decide
   */
  Traffic(MeasuredService service, Map<String, Integer> versions) {
    this.service = service;
    this.versions = versions;
    start("one at a time", this::single);
    start("in batches", this::batch);
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
      fault(answer.statusCode() + " " + answer.body());
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
          fault("expected " + expects + ": " + line);
        }
        answers.incrementAndGet();
      }
    }
    if (releases.size() != 1) {
      fault("a request under several releases: " + releases);
    }
  }

  /** How many decisions were answered so far. */
  long answers() {
    return answers.get();
  }
}
