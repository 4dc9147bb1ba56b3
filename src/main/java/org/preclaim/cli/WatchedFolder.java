package org.preclaim.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** An id, and the name of the file that has it. */
  private static final Pattern TAKEN =
      Pattern.compile("([0-9A-HJKMNP-TV-Z]{26})_(.+)", Pattern.DOTALL);

  /** What common file systems let a name have, less an id and what joins it to the name. */
  private static final int NAME_BYTES_MAX = 255 - 27;

  private static final int CUT_BYTES_MAX = NAME_BYTES_MAX - 27;

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
   * @param name under which it is answered: its own, or with the id where that is used up or too
   *     long
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

  /** The files that were taken and not answered to the end, the oldest first; no foreign ones. */
  List<Taken> unfinished() throws IOException {
    List<Taken> unfinished = new ArrayList<>();
    for (Path path : files(work)) {
      Matcher name = TAKEN.matcher(path.getFileName().toString());
      if (name.matches()) {
        unfinished.add(new Taken(path, name.group(1), name.group(2)));
      }
    }
    return unfinished;
  }

  /**
   * Takes {@code file}; null where it is not there any more.
   *
   * @throws IOException where it cannot be taken; it is where it was
   */
  @Nullable Taken take(Path file) throws IOException {
    String id = ids.next();
    String name = freeName(file.getFileName().toString(), id);
    Path taken = work.resolve(id + "_" + name);
    try {
      Files.move(file, taken, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException gone) {
      return null;
    }
    return new Taken(taken, id, name);
  }

  /**
   * Puts an answered file away.
   *
   * @throws Unwritable where it cannot be; it is where it was
   */
  void putAway(Taken file, boolean readable) {
    Path home = (readable ? done : failed).resolve(file.name());
    try {
      Files.move(file.path(), home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new Unwritable(home, failed);
    }
  }

  /** The name for {@code dropped}, of which there is no file and no answer yet. */
  private String freeName(String dropped, String id) throws IOException {
    // What cannot be spelled in this system's encoding comes as U+FFFD, which no path can have.
    String name = dropped.replace('\uFFFD', '_');
    boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= NAME_BYTES_MAX;
    return fits && !isUsed(name) ? name : cut(name) + "." + id;
  }

  /** As many whole characters from the beginning as leave room for an id. */
  private static String cut(String name) {
    CharBuffer characters = CharBuffer.wrap(name);
    CoderResult end =
        StandardCharsets.UTF_8
            .newEncoder()
            .encode(characters, ByteBuffer.allocate(CUT_BYTES_MAX), true);
    return end.isOverflow() ? name.substring(0, characters.position()) : name;
  }

  private boolean isUsed(String name) throws IOException {
    for (Path each : List.of(done, failed, out)) {
      // What is in a folder that is away for a while must not be overwritten once it is back.
      if (!Files.isDirectory(each)) {
        throw new NotDirectoryException(each.toString());
      }
    }
    return Files.exists(done.resolve(name))
        || Files.exists(failed.resolve(name))
        || AnswerFile.any(out, name)
        || unfinished().stream().anyMatch(each -> each.name().equals(name));
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
