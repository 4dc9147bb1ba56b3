package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class X12CodeTest {

  @Test
  void everyCode_hasOneSectionOfTheDocumentation() throws IOException {
    List<String> sections =
        Files.readAllLines(Path.of("docs", "errors", "x12.md"), StandardCharsets.UTF_8).stream()
            .filter(line -> line.startsWith("## "))
            .map(line -> line.substring(3))
            .toList();
    assertThat(sections)
        .containsExactlyElementsOf(Arrays.stream(X12Code.values()).map(X12Code::code).toList());
  }

  @Test
  void everyCode_isUniqueAndSaysWhatItMeans() {
    assertThat(Arrays.stream(X12Code.values()).map(X12Code::code))
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("X12-[A-Z0-9]+(-[A-Z0-9]+)*"));
    assertThat(Arrays.stream(X12Code.values()).map(X12Code::meaning))
        .allMatch(meaning -> !meaning.isBlank() && !meaning.endsWith("."));
  }
}
