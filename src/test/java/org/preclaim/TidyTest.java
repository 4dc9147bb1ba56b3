package org.preclaim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.tidy.BannedText;
import org.preclaim.tidy.Lengths;
import org.preclaim.tidy.Pages;
import org.preclaim.tidy.Repository;
import org.preclaim.tidy.TestResources;

/** Holds the repository to what {@code CONTRIBUTING.md} promises. */
class TidyTest {

  private final Path scratch;

  TidyTest(@TempDir Path scratch) {
    this.scratch = scratch;
  }

  private static Repository ours() throws IOException {
    Repository repository = Repository.at(Path.of("").toAbsolutePath());
    assertThat(repository.holds("pom.xml")).as("tests run in the project's folder").isTrue();
    return repository;
  }

  @Test
  void files_ofJavaAndRules_areShort() throws IOException {
    assertThat(Lengths.files(ours())).isEmpty();
  }

  @Test
  void methodsAndRules_everywhere_areShort() throws IOException {
    assertThat(Lengths.methods(ours())).isEmpty();
    assertThat(Lengths.rules(ours())).isEmpty();
  }

  @Test
  void text_thatIsBanned_standsNowhere() throws IOException {
    assertThat(BannedText.in(ours())).isEmpty();
  }

  @Test
  void links_ofAllPages_leadSomewhere() throws IOException {
    assertThat(Pages.brokenLinks(ours())).isEmpty();
  }

  @Test
  void pages_belowDocs_canBeReachedAndHaveOneTitle() throws IOException {
    assertThat(Pages.unlinked(ours())).isEmpty();
    assertThat(Pages.titles(ours())).isEmpty();
  }

  @Test
  void policies_allOfThem_areOnThePageForAnalysts() throws IOException {
    assertThat(Pages.policiesNotExplained(ours())).isEmpty();
  }

  @Test
  void testResources_everyFolder_isRead() throws IOException {
    assertThat(TestResources.unusedFolders(ours())).isEmpty();
  }

  @Test
  void lengths_beyondLimit_nameFileLineAndReplacement() throws IOException {
    write("src/main/java/Long.java", "class Long {\n\n  void run() {\n" + "\n".repeat(397) + "}}");
    write("rules/long.drl", "// why\nrule \"L-1 x\"\n" + "\n".repeat(198) + "end\n");
    Repository repository = Repository.at(scratch);

    assertThat(Lengths.files(repository))
        .containsExactly(
            "src/main/java/Long.java:401: the file has 401 lines, at most 400 are read at one go:"
                + " use a type with one task per file",
            "rules/long.drl:201: the file has 201 lines, at most 200 are read at one go:"
                + " use a file per family, or table rows");
    assertThat(Lengths.methods(repository))
        .containsExactly(
            "src/main/java/Long.java:3: `run` has 399 lines, at most 60:"
                + " use methods that say what each part does");
    assertThat(Lengths.rules(repository))
        .containsExactly(
            "rules/long.drl:2: the rule has 200 lines, at most 30: use one rule per policy");
  }

  @Test
  void bannedText_inAnyTextFile_namesFileLineAndReplacement() throws IOException {
    String exit = "System." + "exit(1);";
    write("src/main/java/org/preclaim/Application.java", exit);
    write("src/main/java/org/preclaim/Other.java", "\n// TO" + "DO\n" + exit);
    write("docs/page.md", "see " + "/" + "tmp/x and https://repo" + ".example.org/y");

    assertThat(BannedText.in(Repository.at(scratch)))
        .containsExactly(
            "docs/page.md:1: `/"
                + "tmp/x` is banned: use a path relative to the project,"
                + " or a temporary folder asked for at run time",
            "docs/page.md:1: `https://repo"
                + ".e` is banned: use no host:"
                + " Maven's own settings say where libraries come from",
            "src/main/java/org/preclaim/Other.java:2: `TO"
                + "DO` is banned: use an issue, or the work itself",
            "src/main/java/org/preclaim/Other.java:3: `System."
                + "exit(` is banned: use an exit code returned to Application");
  }

  @Test
  void pages_brokenOrUnreachable_nameFileLineAndReplacement() throws IOException {
    write("README.md", "# Top\n[a](docs/a.md#the-part) [b](docs/none.md)\n[c](docs/a.md#no)");
    write("docs/a.md", "# A\n## The part\n```\n[not a link](nowhere.md)\n```\n");
    write("docs/island.md", "# Island\n[itself](island.md)\n# Again\n");
    write("docs/policies.md", "# Policies\nsee `one.drl`\n");
    write("rules/one.drl", "");
    write("rules/two.drl", "");
    Repository repository = Repository.at(scratch);

    assertThat(Pages.brokenLinks(repository))
        .containsExactly(
            "README.md:2: the link `docs/none.md` leads nowhere: use a path relative to the page",
            "README.md:3: the link `docs/a.md#no` leads nowhere: use a path relative to the page");
    assertThat(Pages.unlinked(repository))
        .hasSize(2)
        .contains(
            "docs/island.md:1: no page leads here: use a link from CONTRIBUTING.md or README.md"
                + " or a page it leads to");
    assertThat(Pages.titles(repository))
        .containsExactly(
            "docs/island.md:1: a page has one title: use one line that begins with `# `");
    assertThat(Pages.policiesNotExplained(repository))
        .containsExactly(
            "rules/two.drl:1: docs/policies.md does not name it:"
                + " use a sentence there that says what it decides");
  }

  @Test
  void testResources_thatNoTestNames_areReported() throws IOException {
    write("src/test/java/p/RoomTest.java", "String a = \"golden/\" + name; read(\"shared/in\");");
    for (String folder : List.of("p", "p/golden/1", "shared/in/2", "shared/out", "p/gold")) {
      write("src/test/resources/" + folder + "/x.txt", "");
    }

    assertThat(TestResources.unusedFolders(Repository.at(scratch)))
        .containsExactly(
            "src/test/resources/p/gold:1: no test reads this folder: use it in a test, or remove it",
            "src/test/resources/shared/out:1: no test reads this folder:"
                + " use it in a test, or remove it");
  }

  private void write(String file, String text) throws IOException {
    Path path = scratch.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text, StandardCharsets.UTF_8);
  }
}
