package org.preclaim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.caller.Role;
import org.preclaim.caller.key.ApiKeys;
import org.preclaim.fixtures.ProvenService;
import org.preclaim.fixtures.SampleDesk;

class ApplicationTest {

  @TempDir Path folder = Path.of("");

  @Test
  void check_withAcknowledgments_logsNothingOfItsLibraries() throws Exception {
    String claims = Path.of("src/test/resources/intake/x12/institutional.x12").toString();
    Run check =
        run(
            Path.of(""),
            Map.of(),
            "check",
            "--no-journal",
            "--data",
            folder.toString(),
            "--policies",
            SampleDesk.POLICIES.toString(),
            "--acknowledge",
            folder.toString(),
            claims);

    assertThat(folder.resolve("institutional.x12.999")).isNotEmptyFile();
    assertThat(check.err().lines()).allMatch(line -> line.startsWith(claims + ": "));
  }

  @Test
  void logFormat_inCapitals_leavesStandardOutputToTheKey() throws Exception {
    Run add =
        run(
            folder,
            Map.of("PRECLAIM_LOG_FORMAT", "JSON"),
            "callers",
            "add",
            "billing",
            "--role",
            "decide");

    assertThat(add.out()).matches("preclaim_\\S+\n");
    assertThat(add.err().lines())
        .anyMatch(line -> line.startsWith("{") && line.contains("act=callers.add"));
    assertThat(add.exit()).isZero();
  }

  @Test
  void logFormat_thatIsNone_isRefusedBeforeAnythingIsDone() throws Exception {
    Run add =
        run(
            folder,
            Map.of("PRECLAIM_LOG_FORMAT", "xml"),
            "callers",
            "add",
            "billing",
            "--role",
            "decide");

    assertThat(add.err())
        .isEqualTo(
            "preclaim: `xml` in PRECLAIM_LOG_FORMAT is no format of a log: expected text or"
                + " json\n");
    assertThat(add.out()).isEmpty();
    assertThat(add.exit()).isEqualTo(2);
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void serve_withSettingsThatDoNotExist_doesNotListenInTheClear() throws Exception {
    Files.writeString(
        folder.resolve("application.properties"),
        "server.ssl.bundel=service\npreclaim.log.format=json\n",
        UTF_8);
    try (ApiKeys keys =
        ProvenService.keys(folder.resolve("journal.db").toString(), SampleDesk.CLOCK)) {
      keys.add("billing", Set.of(Role.DECIDE), null);
    }

    Run serve =
        run(
            folder,
            Map.of("PRECLAIM_LIMITS_BRST", "5"),
            "serve",
            "--address",
            "0.0.0.0",
            "--port",
            "0",
            "--data",
            folder.toString(),
            "--policies",
            SampleDesk.POLICIES.toAbsolutePath().toString());

    assertThat(serve.err())
        .isEqualTo(
            "PRECLAIM_LIMITS_BRST in the environment: CALLERS-SETTING there is no such setting\n"
                + "  help: did you mean `PRECLAIM_LIMITS_BURST`?\n"
                + "preclaim.log.format in application.properties:2: CALLERS-SETTING the setting is"
                + " not read from here\n"
                + "  help: set PRECLAIM_LOG_FORMAT in the environment\n"
                + "server.ssl.bundel in application.properties:1: CALLERS-SETTING there is no such"
                + " setting\n"
                + "  help: did you mean `server.ssl.bundle`?\n");
    assertThat(serve.exit()).isEqualTo(2);
  }

  private record Run(int exit, String out, String err) {}

  /** The program as a process of its own, in a folder. */
  private Run run(Path workingFolder, Map<String, String> variables, String... arguments)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath()));
    command.add(Application.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(workingFolder.toAbsolutePath().toFile())
            .redirectError(err.toFile())
            .redirectOutput(out.toFile());
    process.environment().putAll(variables);
    int exit = process.start().waitFor();
    return new Run(exit, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
