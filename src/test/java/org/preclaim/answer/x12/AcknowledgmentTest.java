package org.preclaim.answer.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.intake.Admissions;
import org.preclaim.intake.PatientKeys;
import org.preclaim.intake.x12.X12Code;
import org.preclaim.intake.x12.X12Intake;
import org.preclaim.intake.x12.X12Limits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AcknowledgmentTest {

  private static final PatientKeys KEYS =
      new PatientKeys("a key for tests only, 32 bytes..".getBytes(StandardCharsets.UTF_8));
  private static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");
  private static final Path REAL = Path.of("..", "shared", "data", "x12");

  @ParameterizedTest
  @ValueSource(strings = {"partly-bad", "not-claims", "institutional", "old-version"})
  void sample_acknowledged_isAnsweredAsTheGoldenFilesSay(String name) {
    byte[] file = sample(name + ".x12");
    GoldenFile.assertSame("answer/x12/" + name + ".999", syntax(file));
    GoldenFile.assertSame("answer/x12/" + name + ".claims.ndjson", claims(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"partly-bad.x12", "institutional.x12", "twelve-diagnoses.x12"})
  void syntax_anySample_parsesAndAgreesWithTheClaims(String name) throws Exception {
    assertAgree(sample(name));
  }

  @TestFactory
  Stream<DynamicTest> syntax_anyRealFile_parsesAndAgreesWithTheClaims() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(REAL), "skipped: the folder " + REAL + " is not beside the project");
    try (Stream<Path> files = Files.walk(REAL)) {
      return files.filter(Files::isRegularFile).sorted().toList().stream()
          .map(
              file ->
                  dynamicTest(
                      file.getFileName().toString(), () -> assertAgree(Files.readAllBytes(file))));
    }
  }

  @Test
  void syntax_noInterchange_writesNothing() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SyntaxAcknowledgment answer = new SyntaxAcknowledgment(out, NOW);
    acknowledge("GS*HC~".getBytes(StandardCharsets.US_ASCII), answer);
    assertThat(answer.begun()).isFalse();
    assertThat(out.toString(StandardCharsets.US_ASCII)).isEmpty();
  }

  @Test
  void syntax_separatorsInWhatIsRepeated_cannotEndASegment() throws Exception {
    String hostile =
        new String(sample("partly-bad.x12"), StandardCharsets.ISO_8859_1)
            .replace("~\n", "\u0001")
            .replace("~", "\u0001")
            .replace('*', '|')
            .replace('\u0001', '\n')
            .replace("|SENDER|", "|S~N*ER|");
    assertAgree(hostile.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void syntax_content_isNeverRepeated() {
    String file = new String(sample("partly-bad.x12"), StandardCharsets.ISO_8859_1);
    String both =
        syntax(file.getBytes(StandardCharsets.ISO_8859_1))
            + claims(file.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(both).doesNotContain("SUBLAST", "MEMBER0001", "19610402");
  }

  /** Every place that the 999 names is one that the claims' lines name, and the other way round. */
  private static void assertAgree(byte[] file) throws Exception {
    String syntax = syntax(file);
    if (syntax.isEmpty()) {
      return;
    }
    Set<String> told = new TreeSet<>();
    for (List<String> segment : segments(syntax)) {
      if (segment.get(0).equals("IK3")) {
        told.add(segment.get(1) + " " + segment.get(2));
      }
    }
    Set<String> expected = new TreeSet<>();
    for (String line : claims(file).lines().toList()) {
      JsonNode read = JsonMapper.shared().readTree(line);
      for (String name : List.of("problems", "notices", "fileProblems")) {
        read.path(name).forEach(each -> place(each, expected));
      }
    }
    if (told.size() < SyntaxAcknowledgment.SEGMENTS_MAX / 2) {
      assertThat(told).isEqualTo(expected);
    } else {
      assertThat(expected).containsAll(told);
    }
  }

  private static void place(JsonNode problem, Set<String> places) {
    X12Verdict verdict =
        X12Code.named(problem.get("code").asString()).map(X12Verdict::of).orElseThrow();
    boolean syntax =
        verdict.segment() != null || (verdict.element() != null && problem.has("element"));
    if (syntax && problem.has("segmentInSet")) {
      places.add(problem.get("segment").asString() + " " + problem.get("segmentInSet").asLong());
    }
  }

  /** The segments as StAEDI reads them with its checks of envelopes on; no error may come. */
  private static List<List<String>> segments(String text) throws Exception {
    List<List<String>> segments = new ArrayList<>();
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    try (EDIStreamReader reader =
        EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(bytes))) {
      while (reader.hasNext()) {
        EDIStreamEvent event = reader.next();
        assertThat(event.isError())
            .as(() -> String.format(Locale.ROOT, "%s at %s", event, reader.getLocation()))
            .isFalse();
        if (event == EDIStreamEvent.START_SEGMENT) {
          segments.add(new ArrayList<>(List.of(reader.getText())));
        } else if (event == EDIStreamEvent.ELEMENT_DATA) {
          segments.get(segments.size() - 1).add(reader.getText());
        }
      }
    }
    return segments;
  }

  private static String syntax(byte[] file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    acknowledge(file, new SyntaxAcknowledgment(out, NOW));
    return out.toString(StandardCharsets.US_ASCII);
  }

  private static String claims(byte[] file) {
    StringBuilder lines = new StringBuilder();
    acknowledge(file, new ClaimAcknowledgment(line -> lines.append(line).append('\n')));
    return lines.toString();
  }

  private static void acknowledge(byte[] file, Acknowledgment answer) {
    try (Admissions claims =
        X12Intake.open(new ByteArrayInputStream(file), KEYS, X12Limits.DEFAULT, answer::envelope)) {
      claims.forEachRemaining(answer::admission);
    }
    answer.end();
  }

  private static byte[] sample(String name) {
    try {
      return Files.readAllBytes(GoldenFile.resource("intake/x12/" + name));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
