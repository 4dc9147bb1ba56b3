package org.preclaim.intake.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.Words;
import org.preclaim.intake.PatientKeys;
import org.preclaim.problem.Problem;

/**
 * HL7's own examples are answered, or refused with a reason: the golden file lists what becomes of
 * each.
 */
class Hl7ExamplesTest {

  private static final Path EXAMPLES = Path.of("..", "shared", "data", "fhir", "hl7-r4-examples");

  private final FhirIntake intake = new FhirIntake(Words.VOCABULARY, FhirLimits.DEFAULT);

  private static List<Path> examples() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(EXAMPLES),
        "skipped: the folder " + EXAMPLES + " is not beside the project");
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.sorted().toList();
    }
  }

  @Test
  void example_eachOfThem_isAnsweredOrRefusedWithAReason() throws IOException {
    StringBuilder told = new StringBuilder();
    for (Path file : examples()) {
      told.append(told(file.getFileName().toString(), Files.readAllBytes(file)));
    }

    GoldenFile.assertSame("intake/fhir/hl7-examples.txt", told.toString());
  }

  /** The examples are each alone; what they refer to is made up here, as far as it is required. */
  @Test
  void claimExample_withWhatItRefersTo_isAnsweredOrRefusedWithAReason() throws IOException {
    StringBuilder told = new StringBuilder();
    for (Path file : examples()) {
      if (file.getFileName().toString().startsWith("claim-")) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.COLLECTION);
        add(bundle, Files.readString(file));
        for (String other :
            List.of(
                "{\"resourceType\":\"Patient\",\"id\":\"1\",\"birthDate\":\"1951-05-05\"}",
                "{\"resourceType\":\"Organization\",\"id\":\"1\",\"active\":true}",
                "{\"resourceType\":\"Organization\",\"id\":\"2\",\"identifier\":[{\"value\":\"P2\"}]}",
                "{\"resourceType\":\"Practitioner\",\"id\":\"example\",\"active\":true}",
                Files.readString(EXAMPLES.resolve("coverage-example.json")))) {
          add(bundle, other);
        }
        String json = FhirModel.json(bundle);
        told.append(told(file.getFileName().toString(), json.getBytes(UTF_8)));
      }
    }

    GoldenFile.assertSame("intake/fhir/hl7-claims-in-bundles.txt", told.toString());
  }

  private static void add(Bundle bundle, String json) {
    Resource resource = (Resource) FhirModel.parser().parseResource(json);
    bundle
        .addEntry()
        .setFullUrl("https://ehr.example/" + resource.fhirType() + "/" + resource.getIdPart())
        .setResource(resource);
  }

  private String told(String name, byte[] bytes) {
    Submission submission = intake.read(bytes, name, new PatientKeys(new byte[16]), ClaimUse.ANY);
    if (submission instanceof Submission.Admitted admitted) {
      return name
          + ": answered, "
          + admitted.encounter().lines().size()
          + " of "
          + admitted.items().size()
          + " items are lines\n"
          + lines(admitted.notices().problems());
    }
    if (submission instanceof Submission.NotProcessed unprocessed) {
      return name + ": not processed\n" + lines(unprocessed.problems());
    }
    Submission.Refused refused = (Submission.Refused) submission;
    assertThat(refused.problems()).as(name).isNotEmpty();
    return name + ": refused\n" + lines(refused.problems());
  }

  private static String lines(List<Problem> problems) {
    return problems.stream()
        .map(each -> "  " + each.place() + ": " + each.code() + " " + each.message() + "\n")
        .collect(Collectors.joining());
  }
}
