package org.preclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyFolder;

class OfficialEditsTest {

  static final Set<String> FAMILIES =
      Set.of("bilateral-indicator", "mue", "ncci-add-on", "ncci-ptp");

  private static CompiledRelease release;

  @BeforeAll
  static void compile() throws IOException, ProblemsException {
    release = CompiledRelease.compile(PolicyFolder.read(Path.of(""))).onlyFamilies(FAMILIES);
  }

  static Stream<EditScenario> scenarios() {
    return FAMILIES.stream().sorted().flatMap(family -> EditScenario.in(family + ".txt"));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void scenario_inventedTables_findsWhatItExpects(EditScenario scenario) {
    assertThat(EditScenario.found(release.evaluate(scenario.encounter(), InventedTables.all())))
        .isEqualTo(scenario.expected());
  }
}
