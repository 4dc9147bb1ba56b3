package org.preclaim.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyFolder;

/**
 * Every file below {@code fence/refused} is an attack, and the file beside it says word for word
 * how it is refused. What changes is written to {@code target/fence}, for a person to look at and
 * move.
 */
class FenceCorpusTest {

  private static final Path CORPUS = Path.of("src", "test", "resources", "fence");
  private static final int ATTACKS_MIN = 100;

  @TestFactory
  Stream<DynamicTest> compile_attack_isRefusedInTheseWords() throws IOException {
    List<Path> attacks = rules("refused");
    assertThat(attacks).hasSizeGreaterThan(ATTACKS_MIN);
    return attacks.stream()
        .map(
            attack ->
                DynamicTest.dynamicTest(
                    attack.getFileName().toString(), () -> assertRefused(attack)));
  }

  @TestFactory
  Stream<DynamicTest> compile_honestRules_pass() throws IOException {
    return rules("allowed").stream()
        .map(
            honest ->
                DynamicTest.dynamicTest(
                    honest.getFileName().toString(),
                    () -> assertThatCode(() -> compile(honest)).doesNotThrowAnyException()));
  }

  @Test
  void compile_shippedPolicies_pass() throws Exception {
    assertThatCode(() -> CompiledRelease.compile(PolicyFolder.read(Path.of(""))))
        .doesNotThrowAnyException();
  }

  private static void assertRefused(Path attack) throws IOException {
    String name = attack.getFileName().toString().replace(".drl", ".expected");
    Path golden = attack.resolveSibling(name);
    String expected = Files.exists(golden) ? Files.readString(golden, UTF_8) : "";
    String actual = refusal(attack);
    if (!actual.equals(expected)) {
      Path fresh = Files.createDirectories(Path.of("target", "fence")).resolve(name);
      Files.writeString(fresh, actual, UTF_8);
    }
    assertThat(actual).isNotEmpty().isEqualTo(expected);
    assertThat(actual).doesNotContainPattern("Lambda|Rules[0-9A-F]{8}");
  }

  private static String refusal(Path attack) throws IOException {
    try {
      compile(attack);
      return "";
    } catch (ProblemsException refused) {
      return refused.getMessage() + "\n";
    }
  }

  private static void compile(Path file) throws IOException, ProblemsException {
    String drl = Files.readString(file, UTF_8);
    FamilyCompiler.compile(
        "corpus", Map.of(file.getFileName().toString(), drl), ArtefactCache.none());
  }

  private static List<Path> rules(String kind) throws IOException {
    try (Stream<Path> files = Files.list(CORPUS.resolve(kind))) {
      return files.filter(file -> file.toString().endsWith(".drl")).sorted().toList();
    }
  }
}
