package org.preclaim.intake.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HookProblemCodeTest {

  private static final Path PAGE = Path.of("docs", "errors", "hooks.md");

  @Test
  void codes_allAndOnlyThey_haveASectionInTheirOrder() throws IOException {
    assertThat(
            Pattern.compile("(?m)^## (\\S+)$")
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1)))
        .containsExactlyElementsOf(
            Stream.of(HookProblemCode.values()).map(HookProblemCode::code).toList());
  }
}
