package org.preclaim.reference;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Official files at hand on this machine, which the repository does not hold. */
public final class RealReferenceData {

  private static final Path FOLDER = Path.of("..", "shared", "data");

  private RealReferenceData() {}

  /** A file below the folder; without it the test counts as skipped. */
  public static Path file(String name) {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), () -> "no real file `" + name + "` is at hand");
    return file;
  }
}
