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
 * there. Until then it is a hidden one beside; where it is not kept, nothing is left of it.
 */
final class WholeFile implements AutoCloseable {

  private final Path target;
  private final Path part;
  private final FileOutputStream file;
  private final OutputStream out;
  private boolean closed;

  private WholeFile(Path target, Path part) throws IOException {
    this.target = target;
    this.part = part;
    this.file = new FileOutputStream(part.toFile());
    this.out = new BufferedOutputStream(file);
  }

  static WholeFile at(Path target) throws IOException {
    return new WholeFile(target, target.resolveSibling("." + target.getFileName() + ".part"));
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

  /** Writes {@code line} and a line feed. */
  void writeLine(String line) {
    writeLine(out, line);
  }

  static void writeLine(OutputStream out, String line) {
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException failed) {
      throw new Unwritable(failed);
    }
  }

  /** An answer cannot be written; unlike a failure to read, it says nothing about the input. */
  static final class Unwritable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unwritable(IOException cause) {
      super(cause.getMessage() == null ? "it cannot be written" : cause.getMessage(), cause);
    }
  }

  /** Lets it appear under its name. */
  void keep() throws IOException {
    out.flush();
    file.getFD().sync();
    out.close();
    closed = true;
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      file.close();
      Files.deleteIfExists(part);
    }
  }
}
