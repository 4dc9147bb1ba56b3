package org.preclaim.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.preclaim.benchmark.ServiceDoor.Sent;
import org.preclaim.decision.Decision;
import org.preclaim.desk.Desk;
import org.preclaim.desk.OpenRelease;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.fixtures.ClaimFacts;
import org.preclaim.handwritten.PolicyEncounters;
import org.preclaim.journal.Journal;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;
import org.preclaim.web.WebServer;

/**
 * Sixteen clients at each door of the service, with the journal in SQLite and with none, in turns
 * with sixteen threads that ask the engine itself. Service, engine and clients share one process
 * and its processors, so that what HTTP costs includes what it costs the clients.
 */
public final class ServiceLoad {

  private static final String SQLITE = "SQLite";
  private static final int CLIENTS = 16;
  private static final int WARM_UP_TURNS = 30;
  private static final int ROUNDS = 5;
  private static final int ENCOUNTERS = 100;
  private static final long SEED = 20261128L;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final long NANOS_MAX = 60_000_000_000L;
  private static final int DIGITS = 3;
  private static final PrintStream OUT = System.out;

  private final OpenRelease release;
  private final ReferenceStore reference;
  private final Path data;
  private final List<Encounter> encounters;
  private final double turnSeconds;

  /** What a turn gave: decisions a second, and how long each request took. */
  private record Turn(double rate, Histogram times) {
    double millis(double percent) {
      return times.getValueAtPercentile(percent) / NANOS_PER_MILLI;
    }
  }

  private ServiceLoad(PolicyFolder folder, double turnSeconds)
      throws IOException, ProblemsException {
    this.release = OpenRelease.of(folder, ArtefactCache.none());
    this.data = Files.createTempDirectory(Path.of("target"), "service-load");
    this.reference = ReferenceStore.open(data);
    this.turnSeconds = turnSeconds;
    PolicyEncounters source = new PolicyEncounters(folder.release(), SEED);
    this.encounters = new ArrayList<>();
    for (int number = 0; number < ENCOUNTERS; number++) {
      encounters.add(ClaimFacts.claim(source.ordinary(5, 4), "L" + number));
    }
  }

  /** Measures; takes the seconds of a turn, then {@code none} or {@code SQLite} for one of them. */
  public static void main(String[] arguments)
      throws IOException, ProblemsException, InterruptedException {
    double turnSeconds = arguments.length == 0 ? 1 : Double.parseDouble(arguments[0]);
    OUT.printf("java %s, seed %d%n", Runtime.version(), SEED);
    ServiceLoad load = new ServiceLoad(PolicyFolder.open(Path.of("")), turnSeconds);
    OUT.println(
        "| door | journal | decisions a second | engine | ratio | p50 ms | p99 ms"
            + " | engine p50 ms | engine p99 ms |");
    OUT.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    String only = arguments.length < 2 ? "" : arguments[1];
    if (!only.equals(SQLITE)) {
      load.measure("none", null);
    }
    if (!only.equals("none")) {
      String file = load.data.resolve("journal.db").toString();
      load.measure(SQLITE, Journal.open(file, Clock.systemUTC()));
    }
  }

  private void measure(String journal, @Nullable Journal kept)
      throws IOException, InterruptedException {
    Desk desk = new Desk(release, reference, data, Clock.systemUTC(), kept);
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (WebServer server = WebServer.start(desk, free)) {
      List<ServiceDoor> doors = ServiceDoor.all(server.port(), encounters);
      for (ServiceDoor door : doors) {
        door.requireSame(encounters, this::decided);
        // Next to what is measured: connections that rest longer than the service keeps them fail.
        for (int turn = 0; turn < WARM_UP_TURNS; turn++) {
          turn(door::send);
        }
        compare(door, journal);
      }
    }
  }

  private Decision decided(Encounter encounter) {
    return release.engine().decide(encounter, reference.data(), release.stored().ref());
  }

  private int decide(int number) {
    decided(encounters.get(number % ENCOUNTERS));
    return 1;
  }

  private void compare(ServiceDoor door, String journal) throws InterruptedException {
    double[] ratio = new double[ROUNDS];
    double[] rate = new double[ROUNDS];
    double[] engineRate = new double[ROUNDS];
    Histogram times = new Histogram(NANOS_MAX, DIGITS);
    Histogram engineTimes = new Histogram(NANOS_MAX, DIGITS);
    for (int round = 0; round < ROUNDS; round++) {
      Turn engine = turn(this::decide);
      Turn service = turn(door::send);
      rate[round] = service.rate();
      engineRate[round] = engine.rate();
      ratio[round] = service.rate() / engine.rate();
      times.add(service.times());
      engineTimes.add(engine.times());
    }
    Arrays.sort(ratio);
    Arrays.sort(rate);
    Arrays.sort(engineRate);
    Turn service = new Turn(rate[ROUNDS / 2], times);
    Turn engine = new Turn(engineRate[ROUNDS / 2], engineTimes);
    OUT.printf(
        Locale.ROOT,
        "| %s | %s | %,.0f | %,.0f | %.3f [%.3f–%.3f] | %.2f | %.1f | %.3f | %.1f |%n",
        door.name(),
        journal,
        service.rate(),
        engine.rate(),
        ratio[ROUNDS / 2],
        ratio[0],
        ratio[ROUNDS - 1],
        service.millis(50),
        service.millis(99),
        engine.millis(50),
        engine.millis(99));
  }

  /** All clients ask until the time is up. */
  private Turn turn(Sent sent) throws InterruptedException {
    ConcurrentHistogram times = new ConcurrentHistogram(NANOS_MAX, DIGITS);
    LongAdder decisions = new LongAdder();
    List<Throwable> failed = Collections.synchronizedList(new ArrayList<>());
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      int first = client * 31;
      Thread thread =
          new Thread(
              () -> {
                long begun = System.nanoTime();
                for (int i = first; begun - start < turnSeconds * NANOS_PER_SECOND; i++) {
                  decisions.add(sent.number(i));
                  long ended = System.nanoTime();
                  times.recordValue(Math.min(ended - begun, NANOS_MAX));
                  begun = ended;
                }
              });
      thread.setUncaughtExceptionHandler((any, fault) -> failed.add(fault));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    if (!failed.isEmpty()) {
      throw new IllegalStateException(failed.get(0));
    }
    double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    return new Turn(decisions.sum() / seconds, times);
  }
}
