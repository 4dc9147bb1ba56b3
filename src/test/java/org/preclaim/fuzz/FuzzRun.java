package org.preclaim.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.preclaim.fuzz.FuzzTarget.Answer;

/** One parser under damaged inputs, for so many of them or for so long. */
final class FuzzRun {

  /** Of processor time, so that a busy machine hangs nothing; the slowest take a second. */
  private static final Duration HANG = Duration.ofSeconds(30);

  /** For a parser that waits instead of working. */
  private static final Duration STILL = Duration.ofMinutes(10);

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** So often a whole input is read again: it must be answered as at first. */
  private static final int WHOLE_AGAIN = 64;

  /** Alive at the end and not after the first minute: what a collection happens to leave. */
  private static final long SLACK_BYTES = 16L << 20;

  private static final double PER_MEBIBYTE = 1 << 20;
  private static final Path FOUND = Path.of("target", "fuzz");
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final FuzzTarget target;
  private final long seed;
  private final long started = System.nanoTime();
  private final Random random;
  private final PackedMutations mutations;
  private final List<Answer> first = new ArrayList<>();
  private final List<Sample> good = new ArrayList<>();
  private final List<Long> alive = new ArrayList<>();

  private volatile Sample underWay = Sample.of("nothing", "");
  private volatile long begun = System.nanoTime();
  private volatile long begunProcessor;
  private volatile @Nullable Throwable failure;

  private int tried;
  private int refused;
  private long slowest;
  private int slowestNumber;
  private Sample slowestInput = Sample.of("nothing", "");

  FuzzRun(FuzzTarget target, long seed) {
    this.target = target;
    this.seed = seed;
    this.random = new Random(seed);
    this.mutations = new PackedMutations(random, new Mutations(random, target.words()));
  }

  /** Tries so many inputs. */
  void inputs(int count) throws IOException, InterruptedException {
    watched(
        () -> {
          while (tried < count) {
            tryOne();
          }
        });
    report(Duration.ZERO);
  }

  /** Tries inputs for so long; what is alive on the heap may not grow from the first minute on. */
  void last(Duration duration) throws IOException, InterruptedException {
    watched(
        () -> {
          for (Duration until : List.of(MINUTE, duration.dividedBy(2), duration)) {
            long end = started + until.toNanos();
            while (System.nanoTime() < end) {
              tryOne();
            }
            alive.add(alive());
          }
        });
    report(duration);
    assertThat(alive.get(2))
        .as("bytes alive after the first minute, half way and at the end: %s", alive)
        .isLessThan(alive.get(0) + SLACK_BYTES);
  }

  /** Runs {@code inputs} in a thread that can be left alone where it does not come back. */
  private void watched(Inputs inputs) throws IOException, InterruptedException {
    Thread worker = new Thread(() -> run(inputs), "fuzz " + target.name());
    worker.setDaemon(true);
    worker.start();
    while (worker.isAlive()) {
      worker.join(500);
      long waited = System.nanoTime() - begun;
      long worked = THREADS.getThreadCpuTime(worker.getId()) - begunProcessor;
      if (worker.isAlive() && (worked > HANG.toNanos() || waited > STILL.toNanos())) {
        AssertionError hang = new AssertionError("it does not come back");
        hang.setStackTrace(worker.getStackTrace());
        failure = hang;
        break;
      }
    }
    if (failure != null) {
      String kept = kept("failed" + tried, tried, underWay);
      throw new AssertionError(target.name() + ", seed " + seed + ", " + kept, failure);
    }
  }

  /** What the thread does. */
  @FunctionalInterface
  private interface Inputs {
    void run() throws Exception;
  }

  private void run(Inputs inputs) {
    try {
      for (Sample sample : target.corpus()) {
        Answer answer = read(sample);
        first.add(answer);
        if (!answer.refused()) {
          good.add(sample);
        }
      }
      inputs.run();
    } catch (Throwable thrown) { // an error of the machine is what this looks for
      failure = thrown;
    }
  }

  private void tryOne() throws Exception {
    Sample whole = one();
    byte[] bytes = mutations.damaged(whole.bytes(), one().bytes());
    Sample input = new Sample(whole.name(), bytes);
    tried++;
    Answer answer = read(input);
    refused += answer.refused() ? 1 : 0;
    long took = THREADS.getCurrentThreadCpuTime() - begunProcessor;
    if (took > slowest) {
      slowest = took;
      slowestNumber = tried;
      slowestInput = input;
    }
    if (tried % WHOLE_AGAIN == 0) {
      int again = random.nextInt(first.size());
      assertThat(read(target.corpus().get(again))).as("read again").isEqualTo(first.get(again));
    }
  }

  /** Every other time a good one: what is refused early shows little of a parser. */
  private Sample one() {
    List<Sample> from = good.isEmpty() || random.nextBoolean() ? target.corpus() : good;
    return from.get(random.nextInt(from.size()));
  }

  private Answer read(Sample input) throws Exception {
    underWay = input;
    begunProcessor = THREADS.getCurrentThreadCpuTime();
    begun = System.nanoTime();
    return target.parser().read(input);
  }

  /** Keeps an input, and tells where. */
  private String kept(String as, int number, Sample input) throws IOException {
    Path folder = FOUND.resolve(target.name() + "-seed" + seed + "-" + as);
    Files.createDirectories(folder);
    Path file = Files.write(folder.resolve(input.name()), input.bytes());
    return "input %d, %d bytes, kept as %s".formatted(number, input.bytes().length, file);
  }

  private static long alive() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void report(Duration duration) throws IOException {
    StringBuilder said = new StringBuilder();
    said.append("fuzz %s: seed %d, %d inputs".formatted(target.name(), seed, tried));
    said.append(duration.isZero() ? "" : " in " + duration.toSeconds() + " s");
    said.append(", %d refused and %d answered".formatted(refused, tried - refused));
    String worst = kept("slowest", slowestNumber, slowestInput);
    said.append(String.format(Locale.ROOT, ", slowest %.3f s (%s)", slowest / 1e9, worst));
    if (!alive.isEmpty()) {
      said.append(", MiB alive after the first minute, half way and at the end:");
      alive.forEach(each -> said.append(String.format(Locale.ROOT, " %.1f", each / PER_MEBIBYTE)));
    }
    System.out.println(said);
  }
}
