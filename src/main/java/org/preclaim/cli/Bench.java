package org.preclaim.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.preclaim.decision.Decision;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.CompiledRelease;

/**
 * The speed of a release on given encounters.
 *
 * @param encounters which it is
 * @param release what they are decided under
 * @param oneThread what one thread does
 * @param allThreads what as many threads as processors do
 * @param base one thread with no family at all: facts, and an empty answer
 * @param families one thread with one family, by name
 */
record Bench(
    List<Encounter> encounters,
    CompiledRelease release,
    Throughput oneThread,
    Throughput allThreads,
    Throughput base,
    List<Share> families) {

  /**
   * One thread with a single family.
   *
   * @param family its name
   * @param alone what it does with it
   */
  record Share(String family, Throughput alone) {}

  /**
   * How long to measure.
   *
   * @param warmUpNanos until the machine code is as good as it gets
   * @param measureNanos one thread, and again all threads
   */
  record Durations(long warmUpNanos, long measureNanos) {}

  /** Measures; tells {@code progress} what it is about to do. */
  static Bench of(
      CompiledRelease release,
      List<Encounter> encounters,
      Durations durations,
      Consumer<String> progress)
      throws InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    progress.accept("warming up");
    Throughput.measure(encounters, counting(release), processors, durations.warmUpNanos);
    progress.accept("one thread");
    Throughput one = Throughput.measure(encounters, counting(release), 1, durations.measureNanos);
    progress.accept(processors + " threads");
    Throughput all =
        Throughput.measure(encounters, counting(release), processors, durations.measureNanos);
    progress.accept("each family by itself");
    List<String> names = release.families();
    // All of them together take as long as one of the measurements above.
    long slice = durations.measureNanos / (names.size() + 1);
    Throughput base = alone(release, Set.of(), encounters, slice);
    List<Share> shares = new ArrayList<>();
    for (String name : names) {
      shares.add(new Share(name, alone(release, Set.of(name), encounters, slice)));
    }
    return new Bench(encounters, release, one, all, base, List.copyOf(shares));
  }

  private static Throughput alone(
      CompiledRelease release, Set<String> families, List<Encounter> encounters, long nanos)
      throws InterruptedException {
    return Throughput.measure(encounters, counting(release.onlyFamilies(families)), 1, nanos);
  }

  private static ToIntFunction<Encounter> counting(CompiledRelease release) {
    return encounter -> {
      Decision decision = release.evaluate(encounter);
      return decision.warnings().size() + decision.suggestions().size();
    };
  }

  /** What a family adds to an encounter, in microseconds; never less than nothing. */
  double microsOf(Share share) {
    return Math.max(0, share.alone.microsEach() - base.microsEach());
  }

  /** Its share of what all families and the base take, each measured by itself. */
  double shareOf(double micros) {
    double sum = base.microsEach();
    for (Share each : families) {
      sum += microsOf(each);
    }
    return micros / sum;
  }

  double linesEach() {
    return encounters.stream().mapToInt(encounter -> encounter.lines().size()).average().orElse(0);
  }

  double findingsEach() {
    return (double) oneThread.found() / oneThread.decided();
  }
}
