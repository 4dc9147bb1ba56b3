package org.preclaim.intake.x12;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Third-party files beside the project. They are not part of it and may be missing. */
final class RealFiles {

  private static final Path ROOT = Path.of("..", "shared", "data", "x12");

  private RealFiles() {}

  /** The files of a folder in order; skips the calling test where the data are not at hand. */
  static List<Path> in(String folder) {
    Path path = ROOT.resolve(folder);
    Assumptions.assumeTrue(
        Files.isDirectory(path), "skipped: the folder " + path + " is not beside the project");
    try (Stream<Path> files = Files.list(path)) {
      return files.sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether a file has no defect that takes a claim away. */
  static boolean valid(Path file) {
    return file.toString().contains("guide-837p-5010")
        || file.toString().contains("guide-837i-5010")
        || file.getFileName()
            .toString()
            .matches("x12_(valid.*|no_errors|complex|many_claims|multiple_.*)\\.txt");
  }

  static Path named(String folder, String name) {
    return in(folder).stream()
        .filter(file -> file.getFileName().toString().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
