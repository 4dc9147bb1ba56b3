package org.preclaim.intake.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.Words;
import org.preclaim.intake.Admission;

/** Each bad document has all its problems, in words, in the file beside it. */
class RefusedDocumentsTest {

  private static final String FOLDER = "intake/json/refused";

  @TestFactory
  Stream<DynamicTest> badDocument_read_reportsAllItsProblems() throws IOException {
    return documents().stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> assertProblems(file)));
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.list(GoldenFile.resource(FOLDER))) {
      List<Path> documents = files.filter(file -> name(file).endsWith(".json")).sorted().toList();
      assertThat(documents).isNotEmpty();
      return documents;
    }
  }

  private static void assertProblems(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Admission admission = new EncounterJson(Words.VOCABULARY).read(in, name(file));
      assertThat(admission).isInstanceOf(Admission.Refused.class);
      GoldenFile.assertSame(
          FOLDER + "/" + name(file).replace(".json", ".problems.txt"),
          inWords((Admission.Refused) admission));
    }
  }

  private static String inWords(Admission.Refused refused) {
    return "encounter: "
        + Objects.requireNonNullElse(refused.encounterId(), "(unknown)")
        + "\n"
        + refused.problems().stream().map(problem -> problem + "\n").collect(Collectors.joining());
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
