package org.preclaim.table;

import static java.util.Objects.requireNonNull;
import static org.preclaim.table.WorkbookFixture.cellAt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.preclaim.problem.Place;
import org.preclaim.release.PolicyFolder;
import org.preclaim.table.PlantedBook.Spot;

/** What is no text, and what is wrong with whole files, planted into the files that ship. */
class PlantedFilesTest {

  private static ShippedBooks shipped;

  @BeforeAll
  static void read() throws IOException {
    shipped = ShippedBooks.read();
  }

  @ParameterizedTest
  @EnumSource(
      value = TableFault.class,
      names = {
        "FORMULA",
        "NUMBER",
        "NOT_TEXT",
        "MERGED_CELLS",
        "TOO_LARGE",
        "MACRO",
        "EXTERNAL_LINK"
      })
  void fault_plantedIntoAFile_isReportedThere(TableFault fault) throws IOException {
    Random random = ShippedBooks.random(fault);
    for (int time = 0; time < ShippedBooks.TIMES; time++) {
      PlantedBook book = shipped.any(random);
      String file = book.model().file();
      try (XSSFWorkbook workbook = open(file)) {
        Planting planting = plant(fault, book, workbook);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);

        PlantedReport.of(fault, planting)
            .check(
                shipped.problems(file, new WorkbookReader().read(file, bytes.toByteArray())),
                ShippedBooks.which(time));
      }
    }
  }

  @Test
  void workbook_savedUnderAnotherEnding_isNamed(@TempDir Path folder) throws IOException {
    Random random = ShippedBooks.random(TableFault.ENDING);
    for (int time = 0; time < ShippedBooks.TIMES; time++) {
      PlantedBook book = shipped.any(random);
      String ending = book.any(List.of("ods", "xls", "xlsm", "xlsb", "csv", "tsv", "XLSX", "Ods"));
      String file = book.model().file().replaceFirst("xlsx$", ending);
      Path saved = folder.resolve(time + "/" + file);
      Files.createDirectories(saved.getParent());
      Files.write(saved, requireNonNull(shipped.bytes().get(book.model().file())));

      PlantedReport.of(TableFault.ENDING, Planting.at(new Place.Cell(file, null, null)))
          .check(
              PolicyFolder.open(folder.resolve("" + time)).reading().problems(),
              ShippedBooks.which(time));
    }
  }

  private static XSSFWorkbook open(String file) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(requireNonNull(shipped.bytes().get(file))));
  }

  private static Planting plant(TableFault fault, PlantedBook book, XSSFWorkbook workbook)
      throws IOException {
    if (fault == TableFault.MACRO) {
      workbook.setWorkbookType(XSSFWorkbookType.XLSM);
      return Planting.at(book.place());
    }
    if (fault == TableFault.EXTERNAL_LINK) {
      try (XSSFWorkbook other = new XSSFWorkbook()) {
        other.createSheet("Prices");
        workbook.linkExternalWorkbook("other.xlsx", other);
      }
      return Planting.at(book.place());
    }
    Spot spot = book.any(book.policies(column -> true));
    XSSFCell cell =
        cellAt(workbook.getSheet(spot.sheet()), SheetCell.address(spot.row(), spot.column()));
    switch (fault) {
      case FORMULA -> cell.setCellFormula(book.any(List.of("1+1", "TODAY()", "A8&\"x\"")));
      case NUMBER -> cell.setCellValue(book.any(List.of(100.0, 50431.0, 0.5)));
      case TOO_LARGE -> {
        cell.setBlank();
        cell.setCellValue("x".repeat(Limits.CELL_CHARACTERS + 1));
      }
      case NOT_TEXT -> notText(book, cell);
      default -> merge(workbook, spot);
    }
    return Planting.at(book.place(spot), consequences(fault));
  }

  private static void notText(PlantedBook book, XSSFCell cell) {
    switch (book.random().nextInt(3)) {
      case 0 -> cell.setCellValue(true);
      case 1 -> cell.setCellErrorValue(FormulaError.NA);
      default -> {
        var style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat((short) 14);
        cell.setCellValue(46023);
        cell.setCellStyle(style);
      }
    }
  }

  /** With the cell beside it, which then says the same as this one. */
  private static void merge(XSSFWorkbook workbook, Spot spot) {
    cellAt(workbook.getSheet(spot.sheet()), SheetCell.address(spot.row(), spot.column() + 1));
    workbook
        .getSheet(spot.sheet())
        .addMergedRegion(
            new CellRangeAddress(spot.row(), spot.row(), spot.column(), spot.column() + 1));
  }

  /** A cell that says what its neighbour means can be wrong in every way that its column knows. */
  private static TableFault[] consequences(TableFault fault) {
    return fault == TableFault.MERGED_CELLS ? TableFault.values() : new TableFault[0];
  }

  @ParameterizedTest
  @EnumSource(
      value = TableFault.class,
      names = {"NOT_A_WORKBOOK", "ZIP_BOMB"})
  void file_thatIsNone_isReportedAsAWhole(TableFault fault) {
    Random random = ShippedBooks.random(fault);
    for (int time = 0; time < ShippedBooks.TIMES; time++) {
      PlantedBook book = shipped.any(random);
      byte[] bytes = requireNonNull(shipped.bytes().get(book.model().file()));
      byte[] planted =
          fault == TableFault.ZIP_BOMB
              ? LintCases.zipBomb()
              : Arrays.copyOf(bytes, random.nextInt(bytes.length));

      PlantedReport.of(fault, Planting.at(book.place()))
          .check(
              shipped.problems(
                  book.model().file(), new WorkbookReader().read(book.model().file(), planted)),
              ShippedBooks.which(time));
    }
  }
}
