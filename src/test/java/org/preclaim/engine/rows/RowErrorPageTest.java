package org.preclaim.engine.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowErrorPageTest {

  private static final Pattern CODE = Pattern.compile("\"(ROWS-[A-Z-]+)\"");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (\\S+)$");

  @Test
  void page_hasOneSectionForEachCode() throws IOException {
    SortedSet<String> codes = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/org/preclaim/engine/rows"))) {
      for (Path file : files.toList()) {
        CODE.matcher(Files.readString(file, UTF_8))
            .results()
            .forEach(found -> codes.add(found.group(1)));
      }
    }

    String page = Files.readString(Path.of("docs/errors/rows.md"), UTF_8);
    assertThat(SECTION.matcher(page).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(codes);
  }
}
