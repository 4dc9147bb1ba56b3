package org.preclaim.reference.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.PackedTable;

/**
 * The files of a store. Tables are written under another name, brought to the disk and then
 * renamed; so is the manifest, after them. A crash at any moment leaves drafts, which the next
 * import removes, or tables that no manifest names, which harm nobody.
 */
final class StoreFolder {

  private static final String TABLES = "tables";
  private static final String SUFFIX = ".table";
  private static final String DRAFT = ".draft";
  private static final String LOCK = "lock";

  private final Path folder;

  StoreFolder(Path folder) {
    this.folder = folder;
  }

  /** A lock on the folder. */
  @FunctionalInterface
  interface Lock {
    /** Gives it back. */
    void close() throws IOException;
  }

  /**
   * Locks the folder against other imports; waits for those of other processes.
   *
   * @throws StoreBusyException where another one of this process has it
   */
  Lock lock() throws IOException {
    Files.createDirectories(folder.resolve(TABLES));
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.lock();
      return () -> {
        lock.release();
        channel.close();
      };
    } catch (OverlappingFileLockException busy) {
      channel.close();
      throw new StoreBusyException();
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  Manifest manifest() throws IOException {
    return Manifest.in(folder);
  }

  Path manifestFile() {
    return folder.resolve(Manifest.FILE);
  }

  Path file(String digest) {
    return folder.resolve(TABLES).resolve(digest + SUFFIX);
  }

  /** The table of an entry, mapped. */
  PackedTable open(Manifest.Entry entry) throws IOException {
    PackedTable table;
    try {
      table = PackedTable.map(file(entry.digest()), entry.digest());
    } catch (NoSuchFileException missing) {
      throw new CorruptTableException("it is missing");
    }
    if (!Manifest.Entry.of(table).equals(entry)) {
      throw new CorruptTableException("it holds another release than the manifest says");
    }
    return table;
  }

  /** The table with this digest, mapped, with every byte that it was stored with. */
  PackedTable openIntact(String digest) throws IOException {
    try {
      PackedTable table = PackedTable.map(file(digest), digest);
      if (!table.isIntact()) {
        throw new CorruptTableException("its bytes are not those that were stored");
      }
      return table;
    } catch (NoSuchFileException missing) {
      throw new CorruptTableException("it is missing");
    }
  }

  /** Writes a table, unless it is there and whole. */
  void write(PackedTable table) throws IOException {
    String digest = table.vintage().digest();
    Path file = file(digest);
    if (Files.exists(file) && isIntact(file, digest)) {
      return;
    }
    replace(file, table.bytes());
  }

  private static boolean isIntact(Path file, String digest) {
    try {
      return PackedTable.map(file, digest).isIntact();
    } catch (IOException damaged) {
      return false;
    }
  }

  /** Puts {@code manifest} in force: the one moment at which an import happens. */
  void publish(Manifest manifest) throws IOException {
    sync(folder.resolve(TABLES));
    replace(manifestFile(), ByteBuffer.wrap(manifest.text().getBytes(StandardCharsets.ISO_8859_1)));
    sync(folder);
  }

  private static void replace(Path file, ByteBuffer bytes) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + DRAFT);
    try (FileChannel out =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Brings a folder's entries to the disk, where the system can. */
  private static void sync(Path directory) {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notOnThisSystem) {
      // Windows opens no folders; there a rename is on the disk when it returns.
    }
  }

  /** Removes what an import that was killed has left. */
  void removeDrafts() throws IOException {
    for (Path in : new Path[] {folder, folder.resolve(TABLES)}) {
      try (DirectoryStream<Path> drafts = Files.newDirectoryStream(in, "*" + DRAFT)) {
        for (Path draft : drafts) {
          Files.deleteIfExists(draft);
        }
      }
    }
  }
}
