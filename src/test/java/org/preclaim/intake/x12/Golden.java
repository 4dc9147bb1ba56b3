package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares whole texts with files; what differs is written beside the build for a person to move.
 */
final class Golden {

  private static final Path EXPECTED = Path.of("src", "test", "resources", "intake", "x12");
  private static final Path ACTUAL = Path.of("target", "golden", "intake", "x12");

  private Golden() {}

  static void assertSame(String name, String actual) throws IOException {
    Path file = EXPECTED.resolve(name);
    String expected = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    if (!expected.equals(actual)) {
      Files.createDirectories(ACTUAL);
      Files.writeString(ACTUAL.resolve(name), actual, StandardCharsets.UTF_8);
    }
    assertThat(actual)
        .as("%s; if the new text is right, move %s over it", file, ACTUAL.resolve(name))
        .isEqualTo(expected);
  }
}
