package org.preclaim.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LifecycleProblemCodeTest {

  private static final Path PAGE = Path.of("docs", "errors", "releases.md");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (LIFECYCLE-\\S+)$");

  @Test
  void codes_allAndOnlyThey_haveASectionInTheirOrder() throws IOException {
    List<String> sections =
        SECTION.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
    assertThat(sections)
        .containsExactlyElementsOf(
            Stream.of(LifecycleProblemCode.values()).map(LifecycleProblemCode::code).toList());
  }
}
