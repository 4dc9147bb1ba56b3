package org.preclaim.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

class HostileWorkbookTest {

  private static final int GARBAGE_WORKBOOKS = 60;
  private static final int DAMAGED_FILES = 150;

  private static WorkbookReading read(byte[] bytes) {
    return new WorkbookReader().read("decision-tables/hostile.xlsx", bytes);
  }

  /** The same workbook with the text of one part changed. */
  private static byte[] rewritten(byte[] workbook, String part, UnaryOperator<String> change)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        out.putNextEntry(new ZipEntry(entry.getName()));
        boolean meant = entry.getName().equals(part);
        out.write(meant ? change.apply(new String(content, UTF_8)).getBytes(UTF_8) : content);
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void workbook_withExternalEntity_isRefusedUnread() throws IOException {
    byte[] bytes =
        rewritten(
            WorkbookReaderTest.workbook().bytes(),
            "xl/worksheets/sheet1.xml",
            xml ->
                xml.replaceFirst(
                    "<worksheet",
                    "<!DOCTYPE worksheet [<!ENTITY secret SYSTEM \"pom.xml\">]><worksheet"));

    WorkbookReading reading = read(bytes);

    assertThat(reading.workbook()).isNull();
    assertThat(reading.problems())
        .extracting(Problem::code)
        .containsExactly(TableFault.NOT_A_WORKBOOK.code());
  }

  @Test
  void workbook_withEntityInStrings_isRefusedUnread() throws IOException {
    byte[] bytes =
        rewritten(
            WorkbookReaderTest.workbook().bytes(),
            "xl/sharedStrings.xml",
            xml -> xml.replaceFirst("<sst", "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaa\">]><sst"));

    assertThat(read(bytes).problems())
        .extracting(Problem::code)
        .containsExactly(TableFault.NOT_A_WORKBOOK.code());
  }

  @Test
  void sheet_beyondTheLimits_isReportedByLimit() {
    byte[] wide = WorkbookReaderTest.workbook().cell("ZZ9", "far to the right").bytes();
    byte[] lengthy =
        WorkbookReaderTest.workbook().cell("G9", "x".repeat(Limits.CELL_CHARACTERS + 1)).bytes();

    assertThat(read(wide).problems())
        .extracting(Problem::message)
        .contains("the sheet has a cell at ZZ9; expected at most 256 columns");
    assertThat(read(lengthy).problems())
        .extracting(Problem::message)
        .contains("the cell has 8001 characters; expected at most 8000");
  }

  @Test
  void workbook_withTooManySheets_isRefused() {
    WorkbookFixture fixture =
        WorkbookReaderTest.workbook()
            .edit(
                workbook -> {
                  for (int sheet = 0; sheet < Limits.SHEETS; sheet++) {
                    workbook.createSheet("more " + sheet);
                  }
                });

    assertThat(fixture.read().workbook()).isNull();
    assertThat(fixture.read().problems())
        .extracting(Problem::message)
        .containsExactly("the workbook has 35 sheets; expected at most 32 sheets");
  }

  @Test
  void zip_withoutEnd_isNoWorkbook() {
    byte[] whole = WorkbookReaderTest.workbook().bytes();

    assertThat(read(Arrays.copyOf(whole, whole.length / 2)).workbook()).isNull();
    assertThat(read(new byte[0]).problems())
        .extracting(Problem::code)
        .containsExactly(TableFault.NOT_A_WORKBOOK.code());
  }

  @Test
  void workbook_withManyProblems_tellsAThousandAndCountsTheRest() {
    TableFixture table = TableFixture.named("Many").words();
    for (int policy = 0; policy < 1_100; policy++) {
      table.policy("MNY-" + policy, " ?", "", "", "", "", "s");
    }

    List<Problem> problems = WorkbookFixture.family("many").table(table).read().problems();

    assertThat(problems).hasSize(1_001);
    assertThat(problems.get(1_000).message())
        .isEqualTo("the workbook has 100 more problems, which are not shown");
  }

  @Test
  void cells_ofRandomGarbage_neverThrow() {
    long seed = new Random().nextLong();
    System.out.println("garbage seed " + seed);
    Random random = new Random(seed);
    for (int count = 0; count < GARBAGE_WORKBOOKS; count++) {
      WorkbookFixture fixture =
          WorkbookReaderTest.workbook().edit(workbook -> scatter(workbook, random));
      for (Problem problem : LintCases.problems(fixture)) {
        assertThat(problem.place()).as("seed %d", seed).isInstanceOf(Place.Cell.class);
        assertThat(problem.message()).as("seed %d", seed).isNotBlank().doesNotEndWith(".");
      }
    }
  }

  private static void scatter(XSSFWorkbook workbook, Random random) {
    List<String> garbage =
        new ArrayList<>(
            List.of(
                "RuleTable x",
                "NAME",
                "forall(",
                "$param",
                "\\",
                "\"",
                "*/",
                "none",
                "x2",
                "on",
                "50431-",
                "50431 on",
                "{",
                "\u00A0",
                "\uD800",
                "=",
                "nothing",
                "2025-13-01",
                ",,;",
                "none none",
                "2025-01-01",
                "x99999999999"));
    for (int cells = 0; cells < 25; cells++) {
      XSSFSheet sheet = workbook.getSheetAt(random.nextInt(workbook.getNumberOfSheets()));
      String address = SheetCell.address(random.nextInt(14), random.nextInt(14));
      XSSFCell cell = WorkbookFixture.cellAt(sheet, address);
      switch (random.nextInt(6)) {
        case 0 -> cell.setCellValue(random.nextDouble() * 1e9);
        case 1 -> cell.setCellValue(random.nextBoolean());
        case 2 -> cell.setBlank();
        default ->
            cell.setCellValue(
                garbage.get(random.nextInt(garbage.size()))
                    + (random.nextBoolean() ? "" : garbage.get(random.nextInt(garbage.size()))));
      }
    }
  }

  @Test
  void bytes_damagedAtRandom_neverThrow() {
    long seed = new Random().nextLong();
    System.out.println("damage seed " + seed);
    Random random = new Random(seed);
    byte[] whole = WorkbookReaderTest.workbook().bytes();
    for (int count = 0; count < DAMAGED_FILES; count++) {
      byte[] damaged = whole.clone();
      for (int hits = 0; hits <= random.nextInt(6); hits++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      WorkbookReading reading = read(damaged);
      assertThat(reading.workbook() != null || !reading.problems().isEmpty())
          .as("seed %d", seed)
          .isTrue();
    }
  }
}
