package org.preclaim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.SampleDesk;

class ApplicationTest {

  @Test
  void check_withAcknowledgments_logsNothingOfItsLibraries(@TempDir Path folder) throws Exception {
    Path error = folder.resolve("error.txt");
    Process check =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                "check",
                "--no-journal",
                "--data",
                folder.toString(),
                "--policies",
                SampleDesk.POLICIES.toString(),
                "--acknowledge",
                folder.toString(),
                "src/test/resources/intake/x12/institutional.x12")
            .redirectError(error.toFile())
            .redirectOutput(folder.resolve("out.txt").toFile())
            .start();

    check.waitFor();
    assertThat(folder.resolve("institutional.x12.999")).isNotEmptyFile();
    assertThat(Files.readString(error, UTF_8).lines())
        .allMatch(line -> line.startsWith("src/test/resources/intake/x12/institutional.x12: "));
  }
}
