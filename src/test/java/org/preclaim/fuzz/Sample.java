package org.preclaim.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A whole input of a parser.
 *
 * @param name under which it arrives
 * @param bytes all of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Sample(String name, byte[] bytes) {

  /** A larger one would be read a few times a minute. */
  private static final int BYTES_MOST = 100_000;

  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Path REAL = Path.of("..", "shared", "data");

  static Sample of(String name, String text) {
    return new Sample(name, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The files below a folder of the project whose names end so. */
  static List<Sample> in(Path folder, String suffix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .filter(file -> file.toFile().isFile() && file.toFile().length() < BYTES_MOST)
          .sorted()
          .map(Sample::of)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Sample of(Path file) {
    try {
      return new Sample(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The files below a folder of the test resources. */
  static List<Sample> resources(String folder, String suffix) {
    return in(RESOURCES.resolve(folder), suffix);
  }

  /** The files below a folder of the real data; none where that is not at hand. */
  static List<Sample> real(String folder, String suffix) {
    return in(REAL.resolve(folder), suffix);
  }

  /** The real file of this name, or none. */
  static Stream<Path> realFile(String name) {
    return Stream.of(REAL.resolve(name)).filter(Files::exists);
  }
}
