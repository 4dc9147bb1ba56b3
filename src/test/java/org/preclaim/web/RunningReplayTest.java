package org.preclaim.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.desk.Desk;
import org.preclaim.desk.Door;
import org.preclaim.desk.OpenRelease;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.engine.artefact.ArtefactKey;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.intake.Admission;
import org.preclaim.journal.Journal;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.StoredRelease;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replays under a release that was never active, which wait for leave to compile it. */
class RunningReplayTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int ASKED_MAX = 100_000;
  private static final AtomicInteger DRAFTS = new AtomicInteger();

  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);
  private volatile @Nullable Error error;
  private WebServer server;
  private String draft;

  /** Gives nothing, and that only with leave. */
  private final class Waiting implements ArtefactCache {
    @Override
    public byte @Nullable [] find(ArtefactKey key) {
      asked.countDown();
      try {
        leave.await();
        Error thrown = error;
        if (thrown != null) {
          throw thrown;
        }
        return null;
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }

    @Override
    public void keep(ArtefactKey key, byte[] module) {
      // Nothing is kept.
    }

    @Override
    public void refuse(ArtefactKey key, String reason) {
      // Nothing was found.
    }
  }

  @BeforeEach
  void serve(@TempDir Path data) throws Exception {
    PolicyFolder folder = PolicyFolder.open(SampleDesk.POLICIES);
    CompiledRelease compiled = CompiledRelease.compile(folder.release());
    Journal journal = Journal.open(data.resolve("journal.db").toString(), SampleDesk.CLOCK);
    ReferenceStore reference = ReferenceStore.open(data);
    OpenRelease policies = OpenRelease.of(folder, compiled, new Waiting());
    Desk desk = new Desk(policies, reference, data, SampleDesk.CLOCK, journal);
    Admission admission =
        desk.admitJson(new ByteArrayInputStream(SampleDesk.DENIED.getBytes(UTF_8)), "-");
    desk.decide(((Admission.Admitted) admission).encounter(), Door.CHECK);
    StoredRelease stored = draft(data).beside(reference.data());
    journal.keep(stored);
    draft = stored.id();
    server = WebServer.start(desk, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  private static StoredRelease draft(Path data) throws IOException {
    Path folder = data.resolve("draft");
    Files.createDirectories(folder.resolve("rules"));
    String rules = Files.readString(SampleDesk.POLICIES.resolve("rules/sample.drl"));
    // No two tests have the same rules, since those are compiled once in a process.
    String ours = rules.replace("99999", "11111") + "\n// " + DRAFTS.incrementAndGet() + "\n";
    Files.writeString(folder.resolve("rules/sample.drl"), ours);
    return PolicyFolder.open(folder).stored();
  }

  @AfterEach
  void stop() {
    leave.countDown();
    server.close();
  }

  @Test
  void replay_underAReleaseThatWasNeverActive_tellsWhatItChanges() throws Exception {
    leave.countDown();

    JsonNode ended = ended(started());

    assertThat(ended.path("state").asString()).isEqualTo("done");
    assertThat(ended.at("/report/under").asString()).isEqualTo(draft);
    assertThat(ended.at("/report/findings/gone").asLong()).isEqualTo(1);
    assertThat(ended.at("/report/chargeBefore").asString()).isEqualTo("100.00");
    assertThat(ended.at("/report/chargeAfter").asString()).isEqualTo("0.00");
  }

  @Test
  void replay_besideAnother_isRefusedUntilThatOneEnds() throws Exception {
    String first = started();

    HttpResponse<String> refused = post();

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(JSON.readTree(refused.body()).path("type").asString())
        .isEqualTo("urn:preclaim:problem:replay-running");
    leave.countDown();
    ended(first);
    assertThat(post().statusCode()).isEqualTo(202);
  }

  @Test
  void replay_deleted_endsCancelled() throws Exception {
    String location = started();

    HttpResponse<String> deleted = send(request(location).DELETE());

    assertThat(deleted.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(deleted.body()).path("state").asString()).isEqualTo("running");
    leave.countDown();
    JsonNode ended = ended(location);
    assertThat(ended.path("state").asString()).isEqualTo("cancelled");
    assertThat(ended.at("/report/complete").asBoolean()).isFalse();
    assertThat(send(request("/v1/replays/none").DELETE()).statusCode()).isEqualTo(404);
  }

  @Test
  void replay_inWhichTheMachineFails_endsWithAProblemAndLetsOthersStart() throws Exception {
    error = new StackOverflowError("secret");
    String location = started();
    leave.countDown();

    JsonNode ended = ended(location);

    assertThat(ended.path("state").asString()).isEqualTo("failed");
    assertThat(ended.path("problems")).hasSize(1);
    assertThat(ended.at("/problems/0").asString())
        .startsWith("replay: REPLAY-FAULT the log has it as `")
        .doesNotContain("secret", "Error");
    error = null;
    assertThat(post().statusCode()).isEqualTo(202);
  }

  /** Where to ask about a replay that waits for leave. */
  private String started() throws IOException, InterruptedException {
    HttpResponse<String> started = post();
    assertThat(started.statusCode()).isEqualTo(202);
    assertThat(asked.await(1, MINUTES)).as("compiled").isTrue();
    return started.headers().firstValue("Location").orElseThrow();
  }

  private HttpResponse<String> post() throws IOException, InterruptedException {
    return send(
        request("/v1/replays")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"release\":\"" + draft + "\"}")));
  }

  private JsonNode ended(String location) throws IOException, InterruptedException {
    for (int asked = 0; asked < ASKED_MAX; asked++) {
      JsonNode job = JSON.readTree(send(request(location).GET()).body());
      if (!job.path("state").asString().equals("running")) {
        return job;
      }
    }
    return fail("the replay does not end");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
