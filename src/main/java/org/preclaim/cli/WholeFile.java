package org.preclaim.cli;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * A file that appears under its name once it is whole and on the disk, in place of one that was
 * there. Until then it is a hidden one beside; where it is not kept, nothing is left of it. Where
 * the disk does not do as it is told, every method throws {@link Unwritable}.
 */
final class WholeFile implements AutoCloseable {

  private final Path target;
  private final Path part;
  private final FileOutputStream file;
  private final OutputStream out;
  private boolean kept;

  private WholeFile(Path target, Path part) throws IOException {
    this.target = target;
    this.part = part;
    this.file = new FileOutputStream(part.toFile());
    this.out = new BufferedOutputStream(file);
  }

  static WholeFile at(Path target) {
    try {
      return new WholeFile(target, target.resolveSibling("." + target.getFileName() + ".part"));
    } catch (IOException failed) {
      throw new Unwritable(target, failed);
    }
  }

  /** The same, which only its owner can read; two of one name do not meet before they are whole. */
  static WholeFile ownerOnly(Path target) throws IOException {
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
    Path part = Files.createTempFile(folder, "." + target.getFileName() + ".", ".part");
    return new WholeFile(target, part);
  }

  OutputStream out() {
    return out;
  }

  /** What to throw where {@link #out} failed. */
  Unwritable unwritable(IOException failed) {
    return new Unwritable(target, failed);
  }

  /** Writes {@code line} and a line feed. */
  void writeLine(String line) {
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  /** Lets it appear under its name. */
  void keep() {
    try {
      out.flush();
      file.getFD().sync();
      out.close();
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      kept = true;
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  /** Lets nothing be under its name, not even what an earlier try has left there. */
  void leaveOut() {
    try {
      Files.deleteIfExists(target);
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }

  @Override
  public void close() {
    if (kept) {
      return;
    }
    try {
      try {
        file.close();
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException failed) {
      throw unwritable(failed);
    }
  }
}
