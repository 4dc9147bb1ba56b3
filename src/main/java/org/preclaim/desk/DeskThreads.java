package org.preclaim.desk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The threads on which a desk decides what comes in bulk, as many as there are processors. They are
 * there while there is work, and keep no process alive.
 */
final class DeskThreads implements AutoCloseable {

  private static final int IDLE_SECONDS = 10;

  private final AtomicInteger count = new AtomicInteger();
  private final ThreadPoolExecutor threads;

  DeskThreads() {
    int processors = Runtime.getRuntime().availableProcessors();
    // The queue has no bound of its own: whoever sends work holds what it has sent, and bounds
    // that.
    threads =
        new ThreadPoolExecutor(
            processors,
            processors,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            this::thread);
    threads.allowCoreThreadTimeOut(true);
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "decide-" + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** What {@code work} gives in the end, once a thread has begun it. */
  <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> work) {
    return CompletableFuture.completedFuture(work).thenComposeAsync(Supplier::get, threads);
  }

  /** Finishes what was begun, and takes no more. */
  @Override
  public void close() {
    threads.shutdown();
    boolean interrupted = false;
    try {
      if (!threads.awaitTermination(IDLE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException stop) {
      threads.shutdownNow();
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
