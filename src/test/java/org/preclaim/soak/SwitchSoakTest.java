package org.preclaim.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.fixtures.SmallPolicies;
import org.preclaim.soak.MeasuredService.Memory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Releases are published, switched and rolled back, and past ones decided under again, while
 * clients ask without a pause. A short run each time; the long one is described in {@code
 * docs/building.md}.
 */
class SwitchSoakTest {

  private static final int SWITCHES = Integer.getInteger("preclaim.soak.switches", 12);
  private static final int PAST = Integer.getInteger("preclaim.soak.past", 3);

  /** Below this many releases caches still fill, and memory grows as it should. */
  private static final int PAST_THAT_FILL_CACHES = 100;

  private static final double FLAT = 1.1;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String REASON = "{\"reason\":\"soak\"}";
  private static final int ASKED_MAX = 100_000;

  private final Map<String, Integer> versions = new ConcurrentHashMap<>();
  private final List<String> published = new ArrayList<>();
  private final List<String> decisions = new ArrayList<>();
  private final List<Memory> memory = new ArrayList<>();
  private int switches;

  @Test
  void releases_switchedAndLoadedUnderTraffic_mixNothingAndLeaveNothing(@TempDir Path folder)
      throws Exception {
    SmallPolicies first = SmallPolicies.version(0);
    versions.put(first.id(), 0);
    published.add(first.id());
    Path policies = first.in(folder.resolve("policies"));
    try (MeasuredService service =
        MeasuredService.start("320m", policies, folder.resolve("data"))) {
      Traffic traffic = new Traffic(service, versions);
      try (traffic) {
        publish(service);
        measure(service, "published " + PAST);
        while (switches < SWITCHES) {
          change(service);
          if (switches % 200 == 0) {
            measure(service, "switched " + switches);
          }
        }
        measure(service, "switched " + switches);
        loadAgain(service);
        measure(service, "loaded " + PAST + " again");
      }
      System.out.println(traffic.answers() + " decisions under " + switches + " switches");
      assertThat(traffic.faults()).isEmpty();
      assertThat(traffic.answers()).isGreaterThan(SWITCHES);
    }
    if (PAST >= PAST_THAT_FILL_CACHES) {
      Memory full = memory.get(0);
      assertThat(memory)
          .allSatisfy(
              later -> {
                assertThat(later.heap()).isLessThan(grown(full.heap()));
                assertThat(later.metaspace()).isLessThan(grown(full.metaspace()));
              });
    }
  }

  private static long grown(long full) {
    return (long) (full * FLAT);
  }

  private void measure(MeasuredService service, String when) throws IOException {
    Memory now = service.memory();
    memory.add(now);
    System.out.println(when + ": " + now);
  }

  /** New releases, each with rules of its own that have to be compiled. */
  private void publish(MeasuredService service) throws IOException, InterruptedException {
    for (int number = 1; number <= PAST; number++) {
      String comment = "\n// version " + number + "\n";
      SmallPolicies policies = SmallPolicies.version(number).rules(text -> text + comment);
      String id = policies.id();
      versions.put(id, number);
      String base = published.get(published.size() - 1);
      HttpResponse<String> drafted =
          service.post(
              "/v1/releases?name=v" + number + "&reason=soak&base=" + base,
              "application/zip",
              BodyPublishers.ofByteArray(policies.zip()));
      assertThat(drafted.statusCode()).as(drafted.body()).isEqualTo(201);
      step(service, id, "approval");
      step(service, id, "activation");
      switches++;
      published.add(id);
      HttpResponse<String> decided =
          service.post("/v1/decisions", "application/json", SampleDesk.DENIED);
      decisions.add(JSON.readTree(decided.body()).path("decisionId").asString());
    }
  }

  /** Every fifth change is a rollback; the others put one of a few releases in force again. */
  private void change(MeasuredService service) throws IOException, InterruptedException {
    String active =
        JSON.readTree(service.get("/v1/releases?state=active").body()).path("active").asString();
    if (switches % 5 == 4) {
      step(service, active, "rollback");
    } else {
      int choice = published.size() - 1 - switches % Math.min(7, published.size());
      String next = published.get(choice);
      if (!next.equals(active)) {
        step(service, next, "activation");
      }
    }
    switches++;
  }

  private static void step(MeasuredService service, String id, String step)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        service.post("/v1/releases/" + id + "/" + step, "application/json", REASON);
    assertThat(answer.statusCode()).as(step + " " + answer.body()).isEqualTo(200);
  }

  /** Each decision again under the release of its day, which is compiled or read from disk. */
  private void loadAgain(MeasuredService service) throws IOException, InterruptedException {
    for (String decision : decisions) {
      HttpResponse<String> started =
          service.post("/v1/replays", "application/json", "{\"ids\":[\"" + decision + "\"]}");
      assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
      JsonNode ended = ended(service, started.headers().firstValue("Location").orElseThrow());
      assertThat(ended.at("/report/entries/same").asLong()).as(ended.toString()).isEqualTo(1);
    }
  }

  private static JsonNode ended(MeasuredService service, String location)
      throws IOException, InterruptedException {
    for (int asked = 0; asked < ASKED_MAX; asked++) {
      JsonNode job = JSON.readTree(service.get(location).body());
      if (!job.path("state").asString().equals("running")) {
        return job;
      }
    }
    throw new IOException("the replay does not end");
  }
}
