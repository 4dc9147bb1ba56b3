package org.preclaim.table;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preclaim.fixtures.Seed;
import org.preclaim.fixtures.ZipParts;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.slf4j.LoggerFactory;

class HostileWorkbookTest {

  private static final int GARBAGE_WORKBOOKS = 60;

  private static WorkbookReading read(byte[] bytes) {
    return new WorkbookReader().read("decision-tables/hostile.xlsx", bytes);
  }

  @Test
  void workbook_withExternalEntity_isRefusedUnread() throws IOException {
    byte[] bytes =
        ZipParts.rewritten(
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
        ZipParts.rewritten(
            WorkbookReaderTest.workbook().bytes(),
            "xl/sharedStrings.xml",
            xml -> xml.replaceFirst("<sst", "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaa\">]><sst"));

    assertThat(read(bytes).problems())
        .extracting(Problem::code)
        .containsExactly(TableFault.NOT_A_WORKBOOK.code());
  }

  @Test
  void workbook_thatIsDamaged_isNotQuotedInTheLog() throws IOException {
    byte[] bytes =
        ZipParts.rewritten(
            WorkbookReaderTest.workbook().bytes(),
            "docProps/core.xml",
            xml -> xml.replaceFirst("<dcterms:created", "<dcterms:created Secret<"));
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    try {
      read(bytes);
    } finally {
      root.detachAppender(log);
    }

    assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "xl/_rels/workbook.xml.rels, /sheet[0-9].xml, /gone.xml",
    "xl/_rels/workbook.xml.rels, /sheet2.xml, /gone.xml",
    "xl/workbook.xml, name=\"Scenarios\", name=\"Policies\""
  })
  void workbook_ofWhichASheetWouldBeLost_isRefused(String part, String from, String to)
      throws IOException {
    byte[] bytes =
        ZipParts.rewritten(
            WorkbookReaderTest.workbook().bytes(), part, xml -> xml.replaceAll(from, to));

    assertThat(read(bytes).workbook()).isNull();
    assertThat(read(bytes).problems())
        .extracting(Problem::code)
        .contains(TableFault.NOT_A_WORKBOOK.code());
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
    Random random = new Random(Seed.VALUE);
    for (int count = 0; count < GARBAGE_WORKBOOKS; count++) {
      WorkbookFixture fixture =
          WorkbookReaderTest.workbook().edit(workbook -> scatter(workbook, random));
      for (Problem problem : LintCases.problems(fixture)) {
        assertThat(problem.place()).as("seed %d", Seed.VALUE).isInstanceOf(Place.Cell.class);
        assertThat(problem.message()).as("seed %d", Seed.VALUE).isNotBlank().doesNotEndWith(".");
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
}
