package org.preclaim.table;

import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;

/** The last sheet of an annotated copy: every problem in a row, with a link to its cell. */
final class ProblemSheet {

  private static final String NAME = "Problems";
  private static final List<String> LABELS = List.of("Cell", "Code", "What is wrong", "What to do");
  private static final int[] WIDTHS = {24, 26, 90, 70};
  private static final int WIDTH_UNIT = 256;
  private static final int TEXT_MAX = 8_000;

  private final XSSFWorkbook workbook;

  ProblemSheet(XSSFWorkbook workbook) {
    this.workbook = workbook;
  }

  void write(List<Problem> problems) {
    XSSFSheet sheet = workbook.createSheet(freeName());
    XSSFCellStyle bold = workbook.createCellStyle();
    XSSFFont font = workbook.createFont();
    font.setBold(true);
    bold.setFont(font);
    XSSFCellStyle wrapped = workbook.createCellStyle();
    wrapped.setWrapText(true);
    fill(sheet.createRow(0), bold, LABELS);
    for (Problem problem : problems) {
      XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
      String help = problem.help() == null ? "" : problem.help();
      fill(row, wrapped, List.of(cell(problem), problem.code(), problem.message(), help));
      link(row, problem);
    }
    for (int column = 0; column < WIDTHS.length; column++) {
      sheet.setColumnWidth(column, WIDTHS[column] * WIDTH_UNIT);
    }
    sheet.createFreezePane(0, 1);
  }

  private String freeName() {
    String name = NAME;
    for (int number = 2; workbook.getSheet(name) != null; number++) {
      name = NAME + " " + number;
    }
    return name;
  }

  private static String cell(Problem problem) {
    if (!(problem.place() instanceof Place.Cell place) || place.sheet() == null) {
      return "the workbook";
    }
    return place.sheet() + (place.cell() == null ? "" : "!" + place.cell());
  }

  private static void fill(XSSFRow row, XSSFCellStyle style, List<String> texts) {
    for (int column = 0; column < texts.size(); column++) {
      String text = texts.get(column);
      row.createCell(column)
          .setCellValue(text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "…");
      row.getCell(column).setCellStyle(style);
    }
  }

  private void link(XSSFRow row, Problem problem) {
    if (problem.place() instanceof Place.Cell place && place.sheet() != null) {
      @Nullable String cell = place.cell();
      if (cell != null && workbook.getSheet(place.sheet()) != null) {
        Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + place.sheet().replace("'", "''") + "'!" + cell);
        row.getCell(0).setHyperlink(link);
      }
    }
  }
}
