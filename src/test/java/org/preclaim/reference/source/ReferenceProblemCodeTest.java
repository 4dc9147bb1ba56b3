package org.preclaim.reference.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferenceProblemCodeTest {

  private static final Path PAGE = Path.of("docs", "errors", "reference.md");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (\\S+)$");

  @Test
  void codes_allAndOnlyThey_haveASectionInTheirOrder() throws IOException {
    List<String> sections =
        SECTION.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
    assertThat(sections)
        .containsExactlyElementsOf(
            Stream.of(ReferenceProblemCode.values()).map(ReferenceProblemCode::code).toList());
  }

  @Test
  void sections_allOfThem_haveExampleAndRemedy() throws IOException {
    String[] sections = SECTION.split(Files.readString(PAGE));
    assertThat(List.of(sections).subList(1, sections.length))
        .allMatch(text -> text.contains("\n- For instance: ") && text.contains("\n- What to do: "));
  }

  @Test
  void meanings_allOfThem_areFragments() {
    assertThat(ReferenceProblemCode.values())
        .extracting(ReferenceProblemCode::meaning)
        .allMatch(meaning -> !meaning.endsWith("."))
        .doesNotHaveDuplicates();
  }
}
