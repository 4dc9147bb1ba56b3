package org.preclaim.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.apache.commons.io.file.PathUtils;

/**
 * A folder that gets all of its files once they are on the disk, or none. Until then they lie in a
 * hidden one, of which nothing is left.
 */
final class WholeFolder {

  private final Path folder;
  private final boolean there;

  private WholeFolder(Path folder, boolean there) {
    this.folder = folder;
    this.there = there;
  }

  /** The folder, which is new or empty; refused where it is neither, or has no place. */
  static WholeFolder at(Path named) throws IOException {
    Path folder = named.toAbsolutePath();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        Iterator<Path> first = entries.iterator();
        if (first.hasNext()) {
          String held = "` holds `" + first.next().getFileName() + "`";
          throw new UserError("`" + named + held + ": expected a folder that is new or empty");
        }
      }
      return new WholeFolder(folder, true);
    }
    if (Files.exists(folder)) {
      throw new UserError("`" + named + "` is no folder: expected one that is new or empty");
    }
    if (!Files.isDirectory(parent(folder))) {
      throw new UserError("`" + parent(named) + "` is no folder: expected the new one to be in it");
    }
    return new WholeFolder(folder, false);
  }

  private static Path parent(Path folder) {
    Path parent = folder.getParent();
    return parent == null ? Path.of("") : parent;
  }

  /** Lets {@code files} appear in it, by their paths below it. */
  void write(NavigableMap<String, byte[]> files) throws IOException {
    Path part = Files.createTempDirectory(there ? folder : parent(folder), ".preclaim-");
    try {
      // The temporary folder is for its owner only; this one is as any other.
      Path whole = Files.createDirectory(part.resolve("whole"));
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        write(whole.resolve(file.getKey()), file.getValue());
      }
      if (there) {
        moveInside(whole);
      } else {
        Files.move(whole, folder, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      PathUtils.deleteDirectory(part);
    }
  }

  private static void write(Path path, byte[] content) throws IOException {
    Files.createDirectories(parent(path));
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        file.write(left);
      }
      file.force(true);
    }
  }

  /** Somebody may be in the folder that is there, or own it: it stays the same one. */
  private void moveInside(Path whole) throws IOException {
    List<Path> moved = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(whole)) {
      for (Path each : entries) {
        moved.add(Files.move(each, folder.resolve(each.getFileName())));
      }
    } catch (IOException failed) {
      for (Path each : moved) {
        Files.move(each, whole.resolve(each.getFileName()));
      }
      throw failed;
    }
  }
}
