package org.preclaim.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.Seed;

/**
 * Whatever bytes come, each parser answers or says what is wrong and where. Tries a few inputs, or
 * as many as {@code preclaim.fuzz.minutes} last; {@code preclaim.fuzz.targets} names parsers,
 * {@code preclaim.fuzz.input} a kept input to read once more.
 */
class FuzzTest {

  private static final int MINUTES = Integer.getInteger("preclaim.fuzz.minutes", 0);
  private static final String TARGETS = System.getProperty("preclaim.fuzz.targets", "");
  private static final String INPUT = System.getProperty("preclaim.fuzz.input", "");

  private final Path folder;

  FuzzTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @TestFactory
  Stream<DynamicTest> parser_givenDamagedInputs_answersOrTellsWhatIsWrong() {
    List<FuzzTarget> targets = FuzzTargets.all(folder);
    List<String> named = TARGETS.isEmpty() ? List.of() : List.of(TARGETS.split(","));
    assertThat(targets).extracting(FuzzTarget::name).containsAll(named);
    return targets.stream()
        .filter(target -> named.isEmpty() || named.contains(target.name()))
        .map(target -> dynamicTest(target.name(), () -> run(target)));
  }

  private static void run(FuzzTarget target) throws Exception {
    FuzzRun run = new FuzzRun(target, Seed.VALUE);
    if (!INPUT.isEmpty()) {
      System.out.println(target.parser().read(Sample.of(Path.of(INPUT))));
    } else if (MINUTES > 0) {
      run.last(Duration.ofMinutes(MINUTES));
    } else {
      run.inputs(target.inputs());
    }
  }
}
