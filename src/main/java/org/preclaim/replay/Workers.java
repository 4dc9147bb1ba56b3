package org.preclaim.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Threads that decide encounters. */
final class Workers implements AutoCloseable {

  private static final int SLICE = 100;

  private final ExecutorService threads;

  Workers(int count) {
    // One more reads the next page, and mostly waits for the disk.
    this.threads = Executors.newFixedThreadPool(count + 1);
  }

  /** Something to be done. */
  @FunctionalInterface
  interface Work<T> {
    T run();
  }

  /** Something that is being done. */
  record Awaited<T>(Future<T> future) {

    /** What came of it; throws what it threw. */
    T await() throws InterruptedException {
      try {
        return future.get();
      } catch (ExecutionException failed) {
        if (failed.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException(failed.getCause());
      }
    }
  }

  <T> Awaited<T> later(Work<T> work) {
    return new Awaited<>(threads.submit(work::run));
  }

  /** What {@code work} makes of each of {@code items}, in their order. */
  <T, V> List<V> each(List<T> items, Function<T, V> work) throws InterruptedException {
    List<Awaited<List<V>>> slices = new ArrayList<>();
    for (int from = 0; from < items.size(); from += SLICE) {
      List<T> slice = items.subList(from, Math.min(items.size(), from + SLICE));
      slices.add(later(() -> slice.stream().map(work).toList()));
    }
    List<V> done = new ArrayList<>(items.size());
    for (Awaited<List<V>> slice : slices) {
      done.addAll(slice.await());
    }
    return done;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
