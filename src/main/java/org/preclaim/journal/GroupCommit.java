package org.preclaim.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.preclaim.journal.chain.Draft;
import org.preclaim.journal.chain.JournalFault;
import org.preclaim.journal.chain.JournalProblemCode;
import org.preclaim.journal.chain.Receipt;
import org.preclaim.journal.store.Store;
import org.preclaim.journal.store.Store.Attempt;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/**
 * One thread that writes what waits: everything that came in while the last transaction was under
 * way goes into the next one, so that many callers share one durable write. The queue is bounded;
 * where it is full a caller waits, and is told so after a while.
 */
final class GroupCommit implements AutoCloseable {

  private static final int WAITING_MAX = 1024;
  private static final int BATCH_MAX = 256;
  private static final long PATIENCE_SECONDS = 10;

  private final Store store;
  private final Clock clock;
  private final String name;
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(WAITING_MAX);
  private final Thread writer;
  private volatile boolean closed;
  private volatile boolean ended;

  /** What is being written; empty in between. */
  private volatile List<Waiting> underWay = List.of();

  /** A draft, who waits for its receipt, and since when; without a draft the sign to end. */
  private record Waiting(List<Draft> draft, CompletableFuture<Receipt> receipt, long sinceNanos) {
    Waiting(List<Draft> draft) {
      this(draft, new CompletableFuture<>(), System.nanoTime());
    }

    boolean isEnd() {
      return draft.isEmpty();
    }
  }

  GroupCommit(Store store, Clock clock, String name) {
    this.store = store;
    this.clock = clock;
    this.name = name;
    this.writer = new Thread(this::run, "journal");
    this.writer.setDaemon(true);
    this.writer.start();
  }

  /**
   * Hands in a draft. The receipt comes once it is durable; it fails with a {@link JournalFault}
   * where it is not.
   */
  CompletableFuture<Receipt> submit(Draft draft) {
    Waiting waiting = new Waiting(List.of(draft));
    if (closed || !offered(waiting)) {
      refuse(waiting);
    } else if (ended && queue.remove(waiting)) {
      // It came in after the last look at the queue.
      refuse(waiting);
    }
    return waiting.receipt();
  }

  private void refuse(Waiting waiting) {
    waiting
        .receipt()
        .completeExceptionally(
            fault(
                closed ? JournalProblemCode.UNAVAILABLE : JournalProblemCode.BUSY,
                closed ? "it is closed" : "more waits to be written than it takes"));
  }

  /** What is not durable yet. */
  Backlog backlog() {
    List<Waiting> writing = underWay;
    Waiting next = queue.peek();
    Waiting oldest = writing.isEmpty() ? next : writing.get(0);
    return oldest == null
        ? Backlog.NONE
        : new Backlog(
            writing.size() + queue.size(),
            Duration.ofNanos(System.nanoTime() - oldest.sinceNanos()));
  }

  private boolean offered(Waiting waiting) {
    try {
      return queue.offer(waiting, PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private JournalFault fault(JournalProblemCode code, String message) {
    return new JournalFault(new Problem(new Place.JournalEntry(name, 0), code.code(), message));
  }

  private void run() {
    List<Waiting> batch = new ArrayList<>();
    boolean end = false;
    while (!end) {
      batch.clear();
      try {
        batch.add(queue.take());
      } catch (InterruptedException stopped) {
        break;
      }
      queue.drainTo(batch, BATCH_MAX - 1);
      end = batch.removeIf(Waiting::isEnd);
      write(batch);
    }
    ended = true;
    batch.clear();
    queue.drainTo(batch);
    batch.forEach(this::refuse);
  }

  private void write(List<Waiting> batch) {
    if (batch.isEmpty()) {
      return;
    }
    underWay = List.copyOf(batch);
    try {
      List<Attempt> attempts =
          store.attempt(
              batch.stream().map(waiting -> waiting.draft().get(0)).toList(),
              clock.instant().truncatedTo(ChronoUnit.MILLIS));
      for (int index = 0; index < attempts.size(); index++) {
        complete(batch.get(index).receipt(), attempts.get(index));
      }
    } catch (RuntimeException | Error fault) {
      // Whatever it was, those who wait must hear of it, and the next ones get their turn.
      batch.forEach(waiting -> waiting.receipt().completeExceptionally(fault));
    } finally {
      underWay = List.of();
    }
  }

  private static void complete(CompletableFuture<Receipt> receipt, Attempt attempt) {
    Receipt given = attempt.receipt();
    JournalFault fault = attempt.fault();
    if (given != null) {
      receipt.complete(given);
    } else if (fault != null) {
      receipt.completeExceptionally(fault);
    }
  }

  /** Writes what waits, and ends. */
  @Override
  public void close() {
    closed = true;
    try {
      queue.put(new Waiting(List.of()));
      writer.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
