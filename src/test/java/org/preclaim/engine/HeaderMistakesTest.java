package org.preclaim.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preclaim.engine.artefact.ArtefactCache;
import org.preclaim.fixtures.Seed;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.release.RuleFile;
import org.preclaim.table.Column;
import org.preclaim.table.PolicyTable;
import org.preclaim.table.SheetCell;
import org.preclaim.table.Workbook;
import org.preclaim.table.WorkbookFixture;
import org.preclaim.table.WorkbookReader;

/** Mistakes in the code of headers and rule files: told at their cell or line, in plain words. */
class HeaderMistakesTest {

  private static final Path TABLES = Path.of("decision-tables");
  private static final List<String> SHIPPED =
      List.of("add-on-codes", "bilateral", "code-selection", "documentation", "modifiers");
  private static final int TIMES = Integer.getInteger("preclaim.plants", 25);
  private static final Pattern MACHINERY =
      Pattern.compile(
          "\\b(?:org|java|javax|com|preclaim)\\.[a-z]|Lambda|\\brows \\d+|line \\d+:\\d+|Exception"
              + "|\\b(?:String|Integer|Boolean|Object|BigDecimal|LocalDate)\\b");

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\'',
      value = {
        "B2 ~ org.preclaim.engine.language.BilledLin                      ~ RULE-COMPILE",
        "B6 ~ $line : BilledLin                                           ~ ROWS-HEADER",
        "C7 ~ settin == \"$param\"                                        ~ ROWS-WORD",
        "C7 ~ setting = \"$param\"                                        ~ ROWS-HEADER",
        "C7 ~ setting == \"$param                                         ~ ROWS-HEADER",
        "D7 ~ forall(||){placeOfService == \"$\"                          ~ ROWS-HEADER",
        "I7 ~ insert( Flag.of(\"modifier-conflict\", \"$param\", $lin) ); ~ RULE-COMPILE",
        "I7 ~ insert( Flg.of(\"modifier-conflict\", \"$param\", $line) ); ~ RULE-COMPILE",
        "I7 ~ insert( Flag.off(\"modifier-conflict\", \"$param\", $line) ); ~ RULE-COMPILE",
        "I7 ~ insert( Flag.of(\"modifier-conflict\", $line, \"$param\") ); ~ RULE-COMPILE",
        "I7 ~ insert( Flag.of(\"modifier-conflict\", \"$param\", $line);  ~ ROWS-HEADER",
        "I7 ~ System.setProperty(\"a\", \"$param\");                        ~ FENCE-TYPE",
        "J7 ~ insert( Proposal.addModifier(\"$param\", $line) );          ~ RULE-COMPILE"
      })
  void header_withAMistake_isToldAtItsCell(String cell, String text, String code)
      throws IOException {
    List<Problem> problems = compiled(changed("modifiers", cell, text));

    assertThat(problems)
        .extracting(problem -> problem.place() + " " + problem.code())
        .contains("decision-tables/modifiers.xlsx!Policies!" + cell + " " + code);
    assertSpeaksToPeople(problems);
  }

  @Test
  void condition_withARandomWordSpoilt_isToldAtItsCell() throws IOException {
    Random random = new Random(Seed.VALUE);
    for (int time = 0; time < TIMES; time++) {
      String family = SHIPPED.get(random.nextInt(SHIPPED.size()));
      PolicyTable table = read(family, Files.readAllBytes(file(family))).tables().get(0);
      List<Column> conditions =
          table.columns().stream()
              .filter(column -> column.type() == Column.Type.CONDITION)
              .filter(column -> table.rows().stream().anyMatch(row -> row.cell(column).isPresent()))
              .toList();
      Column column = conditions.get(random.nextInt(conditions.size()));
      String spoilt =
          column
              .snippet()
              .replaceFirst("(?<![\\w$])(code|kind|serviceDate|[a-zA-Z]{5,})(?=\\W)", "$1x");
      String cell = SheetCell.address(table.row() + 3, column.index());

      List<Problem> problems = compiled(changed(family, cell, spoilt));

      assertThat(problems)
          .as("seed %d, time %d: %s at %s", Seed.VALUE, time, spoilt, cell)
          .isNotEmpty()
          .allMatch(problem -> problem.place().toString().endsWith("!Policies!" + cell));
      assertSpeaksToPeople(problems);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\'',
      value = {
        "BilledLine(  ~ BilledLin(  ~ 15",
        "insert(      ~ inset(      ~ 17",
        "Flag.of(     ~ Flag.off(   ~ 17",
        "$line)       ~ $lin)       ~ 17",
        "$line)       ~ 7)          ~ 17",
        "when         ~ whn         ~ 14",
        "rule \"MOD   ~ rul \"MOD   ~ 9",
        "@group(      ~ @group((    ~ 9",
        "import       ~ imprt       ~ 3"
      })
  void ruleFile_withAMistake_isToldAtItsLine(String right, String wrong, int line)
      throws IOException {
    String drl = Files.readString(Path.of("rules/modifiers.drl"));
    int at = drl.indexOf(right);
    String spoilt = drl.substring(0, at) + wrong + drl.substring(at + right.length());

    List<Problem> problems =
        compiled(new Family("modifiers", null, new RuleFile("rules/modifiers.drl", spoilt)));

    assertThat(problems)
        .isNotEmpty()
        .allMatch(
            problem -> problem.place().toString().startsWith("rules/modifiers.drl:" + line + ":"));
    assertSpeaksToPeople(problems);
  }

  private static Path file(String family) {
    return TABLES.resolve(family + ".xlsx");
  }

  private static Workbook read(String family, byte[] bytes) {
    return requireNonNull(
        new WorkbookReader().read("decision-tables/" + family + ".xlsx", bytes).workbook());
  }

  private static Family changed(String family, String address, String text) throws IOException {
    byte[] bytes = Files.readAllBytes(file(family));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        ByteArrayOutputStream changed = new ByteArrayOutputStream()) {
      XSSFCell cell = WorkbookFixture.cellAt(workbook.getSheet("Policies"), address);
      cell.setBlank();
      cell.setCellValue(text);
      workbook.write(changed);
      return new Family(family, read(family, changed.toByteArray()), null);
    }
  }

  private static List<Problem> compiled(Family family) {
    ProblemsException refused =
        catchThrowableOfType(
            ProblemsException.class, () -> CompiledFamily.compile(family, ArtefactCache.none()));
    return refused == null ? List.of() : refused.problems();
  }

  private static void assertSpeaksToPeople(List<Problem> problems) {
    for (Problem problem : problems) {
      String ours = problem.message().replaceAll("`[^`]*`", "``");
      assertThat(MACHINERY.matcher(ours).find()).as("speaks to people: %s", problem).isFalse();
    }
  }
}
