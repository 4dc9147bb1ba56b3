package org.preclaim.intake.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FhirProblemCodeTest {

  private static final Path PAGE = Path.of("docs", "errors", "fhir.md");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (\\S+)$");

  @Test
  void codes_allAndOnlyThey_haveASectionInTheirOrder() throws IOException {
    List<String> sections =
        SECTION.matcher(Files.readString(PAGE)).results().map(match -> match.group(1)).toList();
    assertThat(sections)
        .containsExactlyElementsOf(
            Stream.of(FhirProblemCode.values()).map(FhirProblemCode::code).toList());
  }

  @Test
  void sections_allOfThem_haveMeaningExampleAndRemedy() throws IOException {
    String[] sections = SECTION.split(Files.readString(PAGE));
    assertThat(List.of(sections).subList(1, sections.length))
        .allMatch(text -> text.contains("\n\nExample: ") && text.contains("\n\nWhat to do: "));
  }

  @Test
  void meanings_allOfThem_areFragments() {
    assertThat(FhirProblemCode.values())
        .extracting(FhirProblemCode::meaning)
        .allMatch(meaning -> !meaning.endsWith("."))
        .doesNotHaveDuplicates();
  }
}
