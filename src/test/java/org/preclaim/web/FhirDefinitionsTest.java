package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.preclaim.fixtures.Hl7Validator;
import org.preclaim.fixtures.RunningService;

/**
 * The definitions of our own extensions and codes, as HL7's validator and other software see them.
 */
class FhirDefinitionsTest {

  private static final Path FILES = Path.of("src", "main", "resources", "fhir");
  private static final Path GENERATED = Path.of("target", "golden", "fhir");
  private static final FhirContext R4 = FhirContext.forR4Cached();

  private final RunningService service = RunningService.only();

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().toList();
    }
  }

  static List<Path> structures() throws IOException {
    return files().stream()
        .filter(file -> file.getFileName().toString().startsWith("StructureDefinition-"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void definition_isServedAtItsCanonicalPathAndValid(Path file) throws Exception {
    String text = Files.readString(file);
    MetadataResource resource = (MetadataResource) R4.newJsonParser().parseResource(text);

    assertThat(
            resource instanceof CodeSystem
                ? Hl7Validator.messages(text)
                : Hl7Validator.messagesOfDefinition(text))
        .isEmpty();
    String path = resource.getUrl().replace("https://preclaim.org", "");
    assertThat(service.get(path).body()).as(path).isEqualTo(text);
  }

  @Test
  void codesOfProblems_areValid() throws Exception {
    assertThat(Hl7Validator.messages(service.get("/fhir/CodeSystem/problem").body())).isEmpty();
  }

  /** What is generated instead is written to {@code target/golden} for a person to copy. */
  @ParameterizedTest
  @MethodSource("structures")
  void snapshot_isWhatFollowsFromTheDifferential(Path file) throws Exception {
    String text = Files.readString(file);
    StructureDefinition kept = R4.newJsonParser().parseResource(StructureDefinition.class, text);

    String generated =
        R4.newJsonParser()
                .setPrettyPrint(true)
                .encodeResourceToString(Hl7Validator.withSnapshot(kept))
            + "\n";

    Files.createDirectories(GENERATED);
    Files.writeString(GENERATED.resolve(file.getFileName()), generated);
    assertThat(kept.hasSnapshot()).isTrue();
    assertThat(text).isEqualTo(generated);
  }

  @ParameterizedTest
  @CsvSource({
    "\"expression\": \"ClaimResponse.item.detail\", \"expression\": \"ClaimResponse.nothing\"",
    "\"derivation\": \"constraint\", \"derivation\": \"guess\"",
    "\"fixedUri\": \"action\", \"fixedCode\": \"action\"",
  })
  void definition_withAMistake_isNotedByTheValidator(String right, String wrong) throws Exception {
    String text = Files.readString(FILES.resolve("StructureDefinition-suggestion.json"));
    assertThat(text).contains(right);

    assertThat(Hl7Validator.messagesOfDefinition(text.replace(right, wrong))).isNotEmpty();
  }
}
