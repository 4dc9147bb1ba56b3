package org.preclaim.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.preclaim.desk.Ids;

/**
 * A folder that files are dropped into, and the folders in it: {@code .work} for files that were
 * taken, {@code done} and {@code failed} for those that were answered. A file is taken by one
 * rename that gives it an id for good, so that whoever takes over after a crash goes on with the
 * same file under the same id. One process at a time holds the folder.
 */
final class WatchedFolder implements AutoCloseable {

  private static final String LOCK = ".preclaim.lock";
  private static final int ID_CHARS = 26;

  private final Path folder;
  private final Path work;
  private final Path done;
  private final Path failed;
  private final Path out;
  private final FileChannel lockFile;
  private final Ids ids;

  private WatchedFolder(Path folder, Path out, FileChannel lockFile, Ids ids) {
    this.folder = folder;
    this.work = folder.resolve(".work");
    this.done = folder.resolve("done");
    this.failed = folder.resolve("failed");
    this.out = out;
    this.lockFile = lockFile;
    this.ids = ids;
  }

  /**
   * A file that was taken.
   *
   * @param path where it is now
   * @param id of this one drop; another file of the same name has another
   * @param name under which it is answered: its own, or with the id where that is used up
   */
  record Taken(Path path, String id, String name) {}

  /**
   * Takes hold of {@code folder}.
   *
   * @param out for answers; absent for {@code out} in it
   * @param clock for the ids of files
   * @throws UserError where it is no folder or another process watches it
   */
  static WatchedFolder open(Path folder, @Nullable Path out, Clock clock) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UserError("`" + folder + "` is no folder: expected one to watch");
    }
    Path answers = out == null ? folder.resolve("out") : out;
    if (Files.exists(answers) && Files.isSameFile(answers, folder)) {
      throw new UserError("`" + answers + "` is watched: expected another folder for answers");
    }
    FileChannel lockFile =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      lock(lockFile, folder);
      WatchedFolder watched = new WatchedFolder(folder, answers, lockFile, new Ids(clock));
      for (Path each : List.of(watched.work, watched.done, watched.failed, answers)) {
        Files.createDirectories(each);
      }
      return watched;
    } catch (IOException | UserError unusable) {
      lockFile.close();
      throw unusable;
    }
  }

  /** The lock goes with the process, however that ends. */
  private static void lock(FileChannel lockFile, Path folder) throws IOException {
    FileLock lock;
    try {
      lock = lockFile.tryLock();
    } catch (OverlappingFileLockException held) {
      lock = null;
    }
    if (lock == null) {
      throw new UserError("`" + folder + "` is watched already: expected one process at a time");
    }
  }

  Path folder() {
    return folder;
  }

  /** Where answers go. */
  Path out() {
    return out;
  }

  /** The files that may have been dropped, by name; some may still be being written. */
  List<Path> dropped() throws IOException {
    return files(folder);
  }

  /** The files that were taken and not answered to the end, the oldest first. */
  List<Taken> unfinished() throws IOException {
    return files(work).stream().map(WatchedFolder::taken).toList();
  }

  /** Takes {@code file}; null where it is not there any more. */
  @Nullable Taken take(Path file) throws IOException {
    String name = file.getFileName().toString();
    String id = ids.next();
    Path taken = work.resolve(id + "_" + (isUsed(name) ? name + "." + id : name));
    try {
      Files.move(file, taken, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException gone) {
      return null;
    }
    return taken(taken);
  }

  /** Puts an answered file away. */
  void putAway(Taken file, boolean readable) throws IOException {
    Path home = (readable ? done : failed).resolve(file.name());
    Files.move(file.path(), home, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Taken taken(Path path) {
    String name = path.getFileName().toString();
    return new Taken(path, name.substring(0, ID_CHARS), name.substring(ID_CHARS + 1));
  }

  private boolean isUsed(String name) throws IOException {
    return Files.exists(done.resolve(name))
        || Files.exists(failed.resolve(name))
        || files(work).stream().anyMatch(each -> taken(each).name().equals(name));
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (isFile(entry)) {
          files.add(entry);
        }
      }
    } catch (DirectoryIteratorException failed) {
      throw new IOException("`" + folder + "` cannot be listed", failed);
    }
    Collections.sort(files);
    return files;
  }

  /** Names that senders give to what they are still writing are no files yet; links are none. */
  private static boolean isFile(Path entry) {
    String name = entry.getFileName().toString().toLowerCase(Locale.ROOT);
    boolean unfinished =
        name.startsWith(".")
            || name.endsWith(".part")
            || name.endsWith(".tmp")
            || name.endsWith(".filepart");
    return !unfinished && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
