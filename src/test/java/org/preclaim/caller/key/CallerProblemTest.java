package org.preclaim.caller.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallerProblemTest {

  private static final Path PAGE = Path.of("docs", "errors", "callers.md");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (\\S+)$");

  @Test
  void codes_allAndOnlyThey_haveASectionInTheirOrder() throws IOException {
    List<String> sections =
        SECTION.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
    assertThat(sections)
        .containsExactlyElementsOf(
            Stream.of(CallerProblem.values()).map(CallerProblem::code).toList());
  }
}
