package org.preclaim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.CommandLineRun;

/** What the README shows is what its reader will see. */
class ReadmeTest {

  private static final String MARK = "<!-- answer: docs/examples/first-encounter.json -->\n```\n";

  @Test
  void firstEncounter_checkedAsShown_givesTheAnswerShown(@TempDir Path data) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf(MARK) + MARK.length();
    String shown = readme.substring(start, readme.indexOf("```", start));

    CommandLineRun run =
        CommandLineRun.of(
            "", "check", "--data", data.toString(), "docs/examples/first-encounter.json");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(shown);
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void commands_ofTheReadme_areTheOnesThatAreTested() throws IOException {
    assertThat(Files.readString(Path.of("README.md")))
        .contains("\nmvn -q -DskipTests package && java -jar target/preclaim.jar\n")
        .contains("\nmvn -B verify\n");
    assertThat(Files.readString(Path.of(".ci/run"))).contains("mvn -B verify\n");
  }
}
