package org.preclaim.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.preclaim.journal.chain.StoredEntry;
import org.preclaim.replay.PastRelease.Usable;

/** Threads that decide entries. */
final class Workers implements AutoCloseable {

  private static final int SLICE = 100;

  private final ExecutorService threads;
  private final PastReleases releases;
  private final @Nullable Usable under;

  /**
   * @param under what all entries are decided under; absent for each under its own release
   */
  Workers(int count, PastReleases releases, @Nullable Usable under) {
    // One more reads the next page, and mostly waits for the disk.
    this.threads = Executors.newFixedThreadPool(count + 1);
    this.releases = releases;
    this.under = under;
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

  /** The verdict on each entry of {@code page}, in their order. */
  List<Verdict> decide(List<StoredEntry> page) throws InterruptedException {
    List<StoredEntry> byRelease = new ArrayList<>(page);
    // Those of one release one after the other: so a few releases in memory are enough.
    byRelease.sort(Comparator.comparing(stored -> stored.entry().statement().release()));
    List<Awaited<List<Numbered>>> slices = new ArrayList<>();
    for (int from = 0; from < byRelease.size(); from += SLICE) {
      List<StoredEntry> slice = byRelease.subList(from, Math.min(byRelease.size(), from + SLICE));
      slices.add(later(() -> slice.stream().map(this::decide).toList()));
    }
    List<Numbered> decided = new ArrayList<>(page.size());
    for (Awaited<List<Numbered>> slice : slices) {
      decided.addAll(slice.await());
    }
    decided.sort(Comparator.comparingLong(Numbered::entry));
    return decided.stream().map(Numbered::verdict).toList();
  }

  /** A verdict with the number of its entry. */
  private record Numbered(long entry, Verdict verdict) {}

  private Numbered decide(StoredEntry stored) {
    PastRelease release =
        under == null ? releases.find(stored.entry().statement().release()) : under;
    return new Numbered(stored.entry().sequence(), Verdict.of(stored, release, under == null));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
