package org.preclaim.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

class AnnotatedCopyTest {

  private static final String FILE = "decision-tables/add-on-codes.xlsx";

  private static final List<Problem> PROBLEMS =
      List.of(
          problem("Policies", "B9", "TABLE-CODE", "`5043` is not a procedure code", null),
          problem("Policies", "B9", "TABLE-STRAY-BLANK", "blanks before or after it", null),
          problem("Policies", "Z40", "TABLE-STRAY-CELL", "`x` stands below", "delete it"),
          problem("Policies", "C7", "ROWS-WORD", "`servceDate` is no word", null),
          problem("Scenarios", null, "TABLE-LABEL", "the first row has no label", null),
          new Problem(
              new Place.Cell(FILE, null, null), "TABLE-MISSING-SHEET", "`About` is missing"));

  @Test
  void copy_ofALockedWorkbook_coloursAndExplainsTheCells() throws IOException {
    byte[] original = Files.readAllBytes(Path.of(FILE));

    try (XSSFWorkbook copy = open(AnnotatedCopy.of(original, PROBLEMS).orElseThrow())) {
      XSSFSheet policies = copy.getSheet("Policies");
      XSSFCell code = cell(policies, "B9");
      assertThat(code.getStringCellValue()).isEqualTo("50706");
      assertThat(code.getCellComment().getString().getString())
          .isEqualTo(
              "TABLE-CODE\n`5043` is not a procedure code\n\n"
                  + "TABLE-STRAY-BLANK\nblanks before or after it");
      assertThat(code.getCellStyle().getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
      assertThat(code.getCellStyle().getDataFormatString()).isEqualTo("@");
      assertThat(cell(policies, "B10").getCellComment()).isNull();
      assertThat(cell(policies, "Z40").getCellComment().getString().getString())
          .contains("help: delete it");
      assertThat(policies.getProtect()).isTrue();
      assertThat(policies.getRow(6).getZeroHeight()).isFalse();
      assertThat(policies.getRow(4).getZeroHeight()).isTrue();
    }
  }

  @Test
  void copy_lastSheet_listsEveryProblem() throws IOException {
    byte[] original = Files.readAllBytes(Path.of(FILE));

    try (XSSFWorkbook copy = open(AnnotatedCopy.of(original, PROBLEMS).orElseThrow())) {
      XSSFSheet list = copy.getSheetAt(copy.getNumberOfSheets() - 1);
      assertThat(list.getSheetName()).isEqualTo("Problems");
      assertThat(list.getLastRowNum()).isEqualTo(PROBLEMS.size());
      assertThat(cell(list, "A2").getStringCellValue()).isEqualTo("Policies!B9");
      assertThat(cell(list, "A2").getHyperlink().getAddress()).isEqualTo("'Policies'!B9");
      assertThat(cell(list, "A7").getStringCellValue()).isEqualTo("the workbook");
    }
  }

  @Test
  void copy_putBackInPlace_readsLikeTheOriginal() throws IOException {
    byte[] original = Files.readAllBytes(Path.of(FILE));
    byte[] copy = AnnotatedCopy.of(original, PROBLEMS.subList(0, 2)).orElseThrow();

    WorkbookReading reading = new WorkbookReader().read(FILE, copy);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.workbook())
        .usingRecursiveComparison()
        .isEqualTo(new WorkbookReader().read(FILE, original).workbook());
  }

  @Test
  void copy_ofACellWithACommentOfSomebody_keepsIt() throws IOException {
    byte[] once = AnnotatedCopy.of(Files.readAllBytes(Path.of(FILE)), PROBLEMS).orElseThrow();

    try (XSSFWorkbook twice = open(AnnotatedCopy.of(once, PROBLEMS.subList(0, 1)).orElseThrow())) {
      assertThat(cell(twice.getSheet("Policies"), "B9").getCellComment().getString().getString())
          .containsSubsequence("TABLE-CODE", "TABLE-STRAY-BLANK", "TABLE-CODE");
      assertThat(twice.getSheet("Problems 2")).isNotNull();
    }
  }

  @Test
  void copy_ofWhatCannotBeOpenedSafely_isNone() {
    byte[] macros =
        WorkbookReaderTest.workbook()
            .edit(workbook -> workbook.setWorkbookType(XSSFWorkbookType.XLSM))
            .bytes();

    assertThat(AnnotatedCopy.of("no workbook".getBytes(StandardCharsets.UTF_8), PROBLEMS))
        .isEmpty();
    assertThat(AnnotatedCopy.of(LintCases.zipBomb(), PROBLEMS)).isEmpty();
    assertThat(AnnotatedCopy.of(macros, PROBLEMS)).isEmpty();
  }

  private static Problem problem(
      String sheet, @Nullable String cell, String code, String message, @Nullable String help) {
    return new Problem(new Place.Cell(FILE, sheet, cell), code, message, help);
  }

  private static XSSFWorkbook open(byte[] bytes) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(bytes));
  }

  private static XSSFCell cell(XSSFSheet sheet, String address) {
    return WorkbookFixture.cellAt(sheet, address);
  }
}
