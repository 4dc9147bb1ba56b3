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
import org.preclaim.journal.chain.JournalFault;

/**
 * Looks into a folder again and again, and answers every file in it that has settled. What the file
 * system tells about changes only makes it look sooner: it looks every few seconds anyway, so no
 * lost or merged event can lose a file.
 */
final class FolderWatch {

  private static final Duration LOOK_AT_LEAST = Duration.ofSeconds(5);
  private static final Duration LOOK_AT_MOST = Duration.ofMillis(50);
  private static final Duration TRY_AT_MOST = Duration.ofSeconds(1);

  private final WatchedFolder folder;
  private final FileDecisions decisions;
  private final long settleNanos;
  private final boolean once;
  private final PrintStream err;
  private final Troubles troubles = new Troubles(this::tell);
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

  /** Watches until it is interrupted, or once; then whether everything is answered. */
  boolean run() throws IOException, InterruptedException {
    try (WatchService service = folder.folder().getFileSystem().newWatchService()) {
      WatchKey key =
          folder
              .folder()
              .register(
                  service,
                  StandardWatchEventKinds.ENTRY_CREATE,
                  StandardWatchEventKinds.ENTRY_MODIFY);
      boolean unsettled = look();
      while (unsettled || !once) {
        await(service, key, unsettled);
        unsettled = look();
      }
      return !troubles.any();
    }
  }

  private void await(WatchService service, WatchKey key, boolean unsettled)
      throws InterruptedException {
    boolean left = unsettled || troubles.any();
    long atLeast = left ? settleNanos : LOOK_AT_LEAST.toNanos();
    // A file that is being written gives events without end.
    long atMost = (troubles.any() ? TRY_AT_MOST : LOOK_AT_MOST).toNanos();
    TimeUnit.NANOSECONDS.sleep(atMost);
    service.poll(Math.max(0, atLeast - atMost), TimeUnit.NANOSECONDS);
    key.pollEvents();
    key.reset();
  }

  /** Answers what has settled; whether something has not. */
  private boolean look() throws IOException {
    troubles.beginAgain();
    folder.unfinished().forEach(this::answer);
    boolean unsettled = false;
    List<Path> dropped = folder.dropped();
    sightings.keySet().retainAll(dropped);
    for (Path file : dropped) {
      try {
        unsettled |= !takeAndAnswer(file);
      } catch (IOException untaken) {
        String words = "it cannot be taken: " + Unwritable.reason(untaken);
        troubles.add(file, file.getFileName().toString(), words);
      }
    }
    return unsettled;
  }

  /** Whether {@code file} has settled, so that it is taken. */
  private boolean takeAndAnswer(Path file) throws IOException {
    if (!hasSettled(file)) {
      return false;
    }
    Taken taken = folder.take(file);
    sightings.remove(file);
    if (taken != null) {
      answer(taken);
    }
    return true;
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

  /** Answers the file, and puts it away; one that could not be recorded or written stays. */
  private void answer(Taken file) {
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
    } catch (JournalFault unrecorded) {
      if (once) {
        // It would be the same with the next file.
        throw unrecorded;
      }
      troubles.add(file.path(), file.name(), unrecorded.problem().toString());
    } catch (Unwritable full) {
      troubles.add(file.path(), file.name(), String.valueOf(full.getMessage()));
    }
  }

  private void tell(String line) {
    err.print(line + "\n");
    err.flush();
  }
}
