package org.preclaim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Policy files that users name one by one. */
final class LimitedFile {

  private static final int BYTES_MAX = 20 * 1024 * 1024;

  private LimitedFile() {}

  /** Its bytes; nothing where it holds none. */
  static Optional<byte[]> bytes(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw new UserError("`" + path + "` is larger than " + BYTES_MAX + " bytes");
      }
      return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    }
  }
}
