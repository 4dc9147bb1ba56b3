package org.preclaim.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * A file cannot be written or get its name; unlike a failure to read, it says nothing about the
 * input.
 */
final class Unwritable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Unwritable(Path target, IOException cause) {
    super("`" + target + "` cannot be written: " + reason(cause), cause);
  }

  /** Why {@code failed}, without the paths where the system tells both. */
  static String reason(IOException failed) {
    if (failed instanceof NoSuchFileException) {
      return "a folder or file is missing";
    }
    if (failed instanceof NotDirectoryException) {
      return "`" + failed.getMessage() + "` is no folder";
    }
    if (failed instanceof FileSystemException refused && refused.getReason() != null) {
      return refused.getReason();
    }
    return failed.getMessage() == null ? "input or output failed" : failed.getMessage();
  }
}
