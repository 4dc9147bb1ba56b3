package org.preclaim.cli;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;
import org.preclaim.encounter.Encounter;

/**
 * What threads got done in a while.
 *
 * @param threads how many there were
 * @param decided how many encounters they decided
 * @param found how many findings that gave: the reader's proof that something was decided
 * @param nanos how long it took
 * @param latencies how long single encounters took
 * @param allocatedBytes memory taken from the heap; -1 where the Java runtime does not tell
 */
record Throughput(
    int threads,
    long decided,
    long found,
    long nanos,
    LatencyHistogram latencies,
    long allocatedBytes) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Decides {@code encounters} over and over, in {@code threads} threads, for this long. */
  static Throughput measure(
      List<Encounter> encounters, ToIntFunction<Encounter> engine, int threads, long nanos)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long start = System.nanoTime();
      List<Future<Throughput>> running = new ArrayList<>(threads);
      for (int thread = 0; thread < threads; thread++) {
        // Each begins elsewhere, so that they do not march in step.
        int first = (int) ((long) encounters.size() * thread / threads);
        running.add(pool.submit(() -> measure(encounters, engine, first, start, nanos)));
      }
      List<Throughput> parts = new ArrayList<>(threads);
      for (Future<Throughput> part : running) {
        parts.add(part.get());
      }
      return sum(parts, System.nanoTime() - start);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static Throughput measure(
      List<Encounter> encounters,
      ToIntFunction<Encounter> engine,
      int first,
      long start,
      long nanos) {
    LatencyHistogram latencies = new LatencyHistogram();
    long allocated = allocatedByThisThread();
    long found = 0;
    long before = System.nanoTime();
    int next = first;
    do {
      found += engine.applyAsInt(encounters.get(next));
      next = next + 1 == encounters.size() ? 0 : next + 1;
      long after = System.nanoTime();
      latencies.add(after - before);
      before = after;
    } while (before - start < nanos);
    long bytes = allocated < 0 ? -1 : allocatedByThisThread() - allocated;
    return new Throughput(1, latencies.total(), found, before - start, latencies, bytes);
  }

  private static Throughput sum(List<Throughput> parts, long nanos) {
    LatencyHistogram latencies = new LatencyHistogram();
    long found = 0;
    long bytes = 0;
    for (Throughput part : parts) {
      latencies.addAll(part.latencies);
      found += part.found;
      bytes = part.allocatedBytes < 0 || bytes < 0 ? -1 : bytes + part.allocatedBytes;
    }
    return new Throughput(parts.size(), latencies.total(), found, nanos, latencies, bytes);
  }

  private static long allocatedByThisThread() {
    return ManagementFactory.getThreadMXBean() instanceof ThreadMXBean counting
            && counting.isThreadAllocatedMemorySupported()
            && counting.isThreadAllocatedMemoryEnabled()
        ? counting.getCurrentThreadAllocatedBytes()
        : -1;
  }

  double perSecond() {
    return decided / (nanos / NANOS_PER_SECOND);
  }

  /** How long one thread takes for one encounter on average. */
  double microsEach() {
    return nanos / 1e3 * threads / decided;
  }

  double micros(double percent) {
    return latencies.percentileNanos(percent) / 1e3;
  }

  /** Memory for one encounter, or -1. */
  long allocatedBytesEach() {
    return allocatedBytes < 0 ? -1 : allocatedBytes / decided;
  }
}
