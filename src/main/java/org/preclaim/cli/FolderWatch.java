package org.preclaim.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.preclaim.cli.FileDecisions.Result;
import org.preclaim.cli.WatchedFolder.Taken;
import org.preclaim.cli.WholeFile.Unwritable;
import org.preclaim.journal.chain.JournalFault;

/**
 * Looks into a folder again and again, and answers every file in it that has settled. What the file
 * system tells about changes only makes it look sooner: it looks every few seconds anyway, so no
 * lost or merged event can lose a file.
 */
final class FolderWatch {

  private static final Duration LOOK_AT_LEAST = Duration.ofSeconds(5);
  private static final Duration LOOK_AT_MOST = Duration.ofMillis(50);

  private final WatchedFolder folder;
  private final FileDecisions decisions;
  private final long settleNanos;
  private final boolean once;
  private final PrintStream err;
  private final Map<Path, Sighting> sightings = new HashMap<>();

  /**
   * A watch over {@code folder}.
   *
   * @param settle how long a file must not have changed
   * @param once to end where nothing is left to be answered
   */
  FolderWatch(
      WatchedFolder folder,
      FileDecisions decisions,
      Duration settle,
      boolean once,
      Context context) {
    this.once = once;
    this.folder = folder;
    this.decisions = decisions;
    this.settleNanos = settle.toNanos();
    this.err = context.streams().err();
  }

  /**
   * A file as it was seen.
   *
   * @param size in bytes
   * @param modified when, as the file system says
   * @param since when it was first seen like this, by this process's own clock
   */
  private record Sighting(long size, FileTime modified, long since) {

    boolean isLike(BasicFileAttributes found) {
      return size == found.size() && modified.equals(found.lastModifiedTime());
    }
  }

  /** Watches until it is interrupted, or once. */
  void run() throws IOException, InterruptedException {
    try (WatchService service = folder.folder().getFileSystem().newWatchService()) {
      WatchKey key =
          folder
              .folder()
              .register(
                  service,
                  StandardWatchEventKinds.ENTRY_CREATE,
                  StandardWatchEventKinds.ENTRY_MODIFY);
      boolean more = true;
      while (more) {
        boolean left = look();
        more = left || !once;
        if (more) {
          await(service, key, left);
        }
      }
    }
  }

  private void await(WatchService service, WatchKey key, boolean left) throws InterruptedException {
    long nanos = left ? settleNanos : LOOK_AT_LEAST.toNanos();
    // A file that is being written gives events without end.
    TimeUnit.NANOSECONDS.sleep(LOOK_AT_MOST.toNanos());
    service.poll(Math.max(0, nanos - LOOK_AT_MOST.toNanos()), TimeUnit.NANOSECONDS);
    key.pollEvents();
    key.reset();
  }

  /** Answers what has settled; whether something is left that has not, or could not be answered. */
  private boolean look() throws IOException {
    boolean left = false;
    for (Taken file : folder.unfinished()) {
      left |= !answer(file);
    }
    List<Path> dropped = folder.dropped();
    sightings.keySet().retainAll(dropped);
    for (Path file : dropped) {
      if (hasSettled(file)) {
        Taken taken = folder.take(file);
        sightings.remove(file);
        left |= taken != null && !answer(taken);
      } else {
        left = true;
      }
    }
    return left;
  }

  private boolean hasSettled(Path file) throws IOException {
    long now = System.nanoTime();
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      Sighting before = sightings.get(file);
      if (before == null || !before.isLike(found)) {
        sightings.put(file, new Sighting(found.size(), found.lastModifiedTime(), now));
        return settleNanos == 0;
      }
      return now - before.since() >= settleNanos;
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /** Whether the file is answered; one that could not be recorded or written is tried again. */
  private boolean answer(Taken file) throws IOException {
    try {
      Result result = decisions.answer(file);
      folder.putAway(file, result.readable());
      tell(
          file.name()
              + ": "
              + (result.readable() ? "done" : "failed")
              + ", "
              + result.decided()
              + " decided, "
              + result.rejected()
              + " rejected");
      return true;
    } catch (JournalFault unrecorded) {
      return tryAgain(file, unrecorded, unrecorded.problem().toString());
    } catch (Unwritable full) {
      return tryAgain(file, full, String.valueOf(full.getMessage()));
    }
  }

  private boolean tryAgain(Taken file, RuntimeException reason, String words) {
    if (once) {
      throw reason;
    }
    tell(file.name() + ": " + words + "; it will be tried again");
    return false;
  }

  private void tell(String line) {
    err.print(line + "\n");
    err.flush();
  }
}
