package org.preclaim.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.table.VocabularyFixture;

class PolicyFolderTest {

  private static final Path SHIPPED = Path.of("").toAbsolutePath();
  private static final Pattern CODE =
      Pattern.compile("\"((?:RELEASE|SCENARIO|CLI)-[A-Z]+(?:-[A-Z]+)*)\"");

  @Test
  void read_folderCopiedElsewhere_isTheSameRelease(@TempDir Path folder) throws Exception {
    copyShipped(folder);

    assertThat(PolicyFolder.read(folder).ref().id())
        .startsWith("sha256:")
        .isEqualTo(PolicyFolder.read(SHIPPED).ref().id());
  }

  @Test
  void read_oneByteChanged_isAnotherRelease(@TempDir Path folder) throws Exception {
    copyShipped(folder);
    Path rules = folder.resolve("rules/duplicate-lines.drl");
    Files.writeString(rules, Files.readString(rules) + "\n");

    assertThat(PolicyFolder.read(folder).ref().id())
        .isNotEqualTo(PolicyFolder.read(SHIPPED).ref().id());
  }

  @Test
  void read_lockFileOfAnOpenWorkbook_isNoPolicy(@TempDir Path folder) throws Exception {
    copyShipped(folder);
    for (String name : List.of("~$modifiers.xlsx", "~$modifiers.xls", ".~lock.modifiers.xlsx#")) {
      Files.writeString(folder.resolve("decision-tables").resolve(name), "somebody");
    }

    assertThat(PolicyFolder.read(folder).ref()).isEqualTo(PolicyFolder.read(SHIPPED).ref());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ods", "XLSX", "xls", "xlsm", "xlsb", "csv", "tsv"})
  void read_workbookWithAnotherEnding_isNotPassedOver(String ending, @TempDir Path folder)
      throws Exception {
    copyShipped(folder);
    Path workbook = folder.resolve("decision-tables/modifiers.xlsx");
    Files.move(workbook, workbook.resolveSibling("modifiers." + ending));

    assertThat(problems(folder))
        .extracting(Problem::toString)
        .singleElement()
        .asString()
        .startsWith(
            "decision-tables/modifiers."
                + ending
                + ": TABLE-ENDING the file's name ends in `."
                + ending
                + "`; only `.xlsx` is read\n  help: ");
  }

  @Test
  void read_vocabularyWithAnotherEnding_isAllThatIsTold(@TempDir Path folder) throws Exception {
    copyShipped(folder);
    Path words = folder.resolve("decision-tables/vocabulary.xlsx");
    Files.move(words, words.resolveSibling("vocabulary.ods"));

    assertThat(codes(folder)).containsExactly("TABLE-ENDING");
  }

  @Test
  void read_rulesWithACapitalEnding_areNotPassedOver(@TempDir Path folder) throws Exception {
    copyShipped(folder);
    Path rules = folder.resolve("rules/mue.drl");
    Files.move(rules, rules.resolveSibling("mue.Drl"));

    assertThat(problems(folder))
        .extracting(Problem::toString)
        .containsExactly(
            "rules/mue.Drl:1:1: RULE-ENDING the file's name ends in `.Drl`; only `.drl` is read\n"
                + "  help: rename it so that it ends in `.drl`");
  }

  @Test
  void read_emptyFolder_saysWhatWasExpected(@TempDir Path folder) {
    assertThat(codes(folder)).containsExactly("RELEASE-EMPTY");
  }

  @Test
  void read_twoWorkbooksOfOneFamilyAndRulesThatAreNoText_tellsAll(@TempDir Path folder)
      throws Exception {
    copyShipped(folder);
    Files.copy(
        folder.resolve("decision-tables/modifiers.xlsx"),
        folder.resolve("decision-tables/modifiers.drl.xlsx"));
    Files.write(folder.resolve("rules/modifiers.drl"), "é".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(codes(folder)).contains("RELEASE-TWICE", "RULE-NOT-UTF-8");
  }

  @Test
  void read_profileThatNamesAnUnknownFamily_namesTheCellAndTheNearest(@TempDir Path folder)
      throws Exception {
    copyShipped(folder);
    Files.write(
        folder.resolve("decision-tables/vocabulary.xlsx"),
        new VocabularyFixture()
            .payer("medicare", "50", "modifierz", "", "")
            .payer("acme", "50", "", "nothing-like-it", "")
            .bytes());

    assertThat(
            catchThrowableOfType(ProblemsException.class, () -> PolicyFolder.read(folder))
                .problems())
        .filteredOn(each -> each.code().equals("RELEASE-UNKNOWN-FAMILY"))
        .extracting(Problem::toString)
        .satisfiesExactly(
            modifiers ->
                assertThat(modifiers)
                    .isEqualTo(
                        "decision-tables/vocabulary.xlsx!Payers!C2: RELEASE-UNKNOWN-FAMILY"
                            + " `modifierz` is no policy family of this folder\n"
                            + "  help: did you mean `modifiers`?"),
            other ->
                assertThat(other)
                    .startsWith("decision-tables/vocabulary.xlsx!Payers!D3: RELEASE-UNKNOWN-FAMILY")
                    .contains("expected one of `add-on-codes`, "));
  }

  @Test
  void codes_ofFoldersScenariosAndFiles_haveASection() throws IOException {
    TreeSet<String> codes = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        Stream<MatchResult> found = CODE.matcher(Files.readString(source)).results();
        found.map(match -> match.group(1)).forEach(codes::add);
      }
    }
    String page = Files.readString(Path.of("docs", "errors", "releases.md"));

    assertThat(codes).hasSizeGreaterThan(4);
    assertThat(codes).allSatisfy(code -> assertThat(page).contains("\n## " + code + "\n"));
  }

  private static List<String> codes(Path folder) {
    return problems(folder).stream().map(Problem::code).toList();
  }

  private static List<Problem> problems(Path folder) {
    return catchThrowableOfType(ProblemsException.class, () -> PolicyFolder.read(folder))
        .problems();
  }

  private static void copyShipped(Path folder) throws IOException {
    for (String below : List.of("rules", "decision-tables")) {
      Files.createDirectories(folder.resolve(below));
      try (Stream<Path> files = Files.list(SHIPPED.resolve(below))) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(below).resolve(file.getFileName()));
        }
      }
    }
  }
}
