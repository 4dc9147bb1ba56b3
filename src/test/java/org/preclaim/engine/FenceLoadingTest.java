package org.preclaim.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A refused module is never loaded: its static initialisers would run before any rule fires. */
class FenceLoadingTest {

  private static final Path CORPUS = Path.of("src", "test", "resources", "fence");

  private final Path folder;

  FenceLoadingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  @Timeout(120)
  void compile_refused_loadsNoClassOfTheModule() throws Exception {
    List<String> refused =
        Stream.of(
                "while-true", "anonymous-class", "recursion", "random", "get-class", "drools-halt")
            .map(name -> CORPUS.resolve("refused").resolve(name + ".drl").toString())
            .toList();

    assertThat(loaded(refused, 0)).filteredOn(FenceLoadingTest::isOfTheModule).isEmpty();
  }

  @Test
  @Timeout(120)
  void compile_allowed_loadsTheModule() throws Exception {
    List<String> allowed =
        List.of(CORPUS.resolve("allowed").resolve("everything-a-rule-needs.drl").toString());

    // Shows that the watch sees what it is meant to see.
    assertThat(loaded(allowed, 1)).filteredOn(FenceLoadingTest::isOfTheModule).isNotEmpty();
  }

  private static boolean isOfTheModule(String line) {
    return line.contains(" preclaim.corpus.") || line.contains(" org.drools.project.model.");
  }

  private List<String> loaded(List<String> files, int expectedExit) throws Exception {
    Path log = folder.resolve("loaded.log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                RefusedModules.class.getName()));
    command.addAll(files);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(expectedExit);
    return lines(log);
  }

  private static List<String> lines(Path log) throws IOException {
    return Files.readAllLines(log, UTF_8);
  }
}
