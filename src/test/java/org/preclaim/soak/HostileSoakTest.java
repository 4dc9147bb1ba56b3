package org.preclaim.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.KeyedLoad;
import org.preclaim.fixtures.RecordedDecisions;
import org.preclaim.fixtures.ServiceProcess;
import org.preclaim.journal.JournalCopy;

/**
 * The service under steady load from clients with idempotency keys, among others that misbehave,
 * while its disk is full for a while and until it is told to stop. Once in CI; {@code
 * -Dpreclaim.hostile.seconds=600} starts it again and again on the same journal.
 *
 * <p>Silent and slow senders are let go after seconds instead of half a minute, so that it happens
 * often.
 */
class HostileSoakTest {

  private static final int SECONDS = Integer.getInteger("preclaim.hostile.seconds", 1);
  private static final long STEP_MILLIS = SECONDS > 1 ? 10_000 : 2_000;
  private static final long ROOM_PAGES = 10_000;
  private static final long GRACE_SECONDS = 20;
  private static final int REQUESTS_MAX = 20_000;
  private static final int TRY_MILLIS = 100;
  private static final Pattern FILES =
      Pattern.compile("(?m)^process_files_open_files(?:\\{.*})? ([0-9.E]+)$");

  /** A few connections more or less do not mean that some are never given back. */
  private static final double FILES_MORE = 20;

  private final KeyedLoad load =
      new KeyedLoad(
          Duration.ofMillis(100), Set.of("journal-unavailable", "idempotency-key-running"));
  private final Map<String, String> answeredInBatches = new ConcurrentHashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void service_amongHostileClients_losesNothingAndHangsNowhere(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("journal.db");
    long start = System.nanoTime();
    while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(SECONDS)) {
      run(folder, new FilledDisk(file, ROOM_PAGES));
    }
    try (ServiceProcess service = ServiceProcess.start(folder, file.toString())) {
      load.sendUnanswered(service);
    }

    JournalCopy.at(file.toString()).verify(null);
    Map<String, String> recorded = RecordedDecisions.in(file.toString());
    assertThat(recorded).containsAllEntriesOf(load.answered());
    assertThat(recorded).containsAllEntriesOf(answeredInBatches);
    // What was recorded beyond that was sent by clients that did not wait for an answer.
    recorded.keySet().removeAll(load.answered().keySet());
    recorded.keySet().removeAll(answeredInBatches.keySet());
    assertThat(recorded.keySet()).allMatch(id -> id.matches("[BGU]-\\d+-\\d+"));
    System.out.println(
        load.answered().size() + " requests with keys answered, " + recorded.size() + " unheard");
  }

  /** From a start to SIGTERM. */
  private void run(Path folder, FilledDisk disk) throws Exception {
    ExecutorService sender = Executors.newSingleThreadExecutor();
    try (ServiceProcess service =
        ServiceProcess.start(
            folder,
            disk.address(),
            "server.tomcat.connection-timeout=5s",
            "server.servlet.context-parameters[preclaim.body-seconds]=3")) {
      Future<Boolean> sending =
          sender.submit(
              () -> {
                load.sendUntilGone(service, Integer.MAX_VALUE, () -> {});
                return true;
              });
      int lostBefore = load.lost();
      awaitAnswers(sending);
      double filesBefore = openFiles(service);
      HostileClients hostile = new HostileClients(service.port(), load, answeredInBatches);
      try (hostile) {
        Thread.sleep(STEP_MILLIS);
        disk.fill();
        int turnedAway = load.turnedAway();
        await("503 on a full disk", sending, () -> load.turnedAway() > turnedAway + 20);
        disk.free();
        awaitAnswers(sending);
        Thread.sleep(STEP_MILLIS);
      }
      assertThat(hostile.faults()).isEmpty();
      await("files closed", sending, () -> openFiles(service) <= filesBefore + FILES_MORE);
      HostileClients again = new HostileClients(service.port(), load, answeredInBatches);
      try (again) {
        awaitAnswers(sending);
        assertThat(load.lost()).as("connections cut").isEqualTo(lostBefore);
        assertEnds(service);
        assertThat(sending.get()).isTrue();
      }
      System.out.println(hostile.done());
      assertThat(service.faults()).isEmpty();
    } finally {
      sender.shutdownNow();
    }
  }

  private static void assertEnds(ServiceProcess service) throws InterruptedException {
    long start = System.nanoTime();
    service.terminate();
    service.awaitEnd();
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    System.out.println("ended after " + seconds + " s");
    // What comes after the grace period is as long as the disk takes.
    assertThat(seconds).isLessThan(2 * GRACE_SECONDS);
  }

  private void awaitAnswers(Future<?> sending) throws Exception {
    int answered = load.answered().size();
    await("answers", sending, () -> load.answered().size() > answered + 50);
  }

  /**
   * Waits for what has to come before so many requests have ended: on a busy machine they end
   * later, and so does this. A client that is not answered at all ends it too.
   */
  private void await(String what, Future<?> sending, BooleanSupplier come) throws Exception {
    int enough = load.ended() + REQUESTS_MAX;
    while (!come.getAsBoolean()) {
      if (sending.isDone()) {
        sending.get();
      }
      if (sending.isDone() || load.ended() > enough) {
        throw new AssertionError("no " + what + ": " + load);
      }
      Thread.sleep(TRY_MILLIS);
    }
  }

  private double openFiles(ServiceProcess service) {
    try {
      String metrics =
          client
              .send(
                  HttpRequest.newBuilder(
                          URI.create("http://127.0.0.1:" + service.port() + "/actuator/prometheus"))
                      .build(),
                  BodyHandlers.ofString())
              .body();
      Matcher files = FILES.matcher(metrics);
      assertThat(files.find()).as(metrics + service.faults()).isTrue();
      return Double.parseDouble(files.group(1));
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }
}
