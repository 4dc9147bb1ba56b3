package org.preclaim.table;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of POI turned into text the way the parser of drools-decisiontables does it: an existing
 * cell inside merged cells shows the text of the first of them, and tells in which column that is.
 * Everything but text is a problem, because what Drools makes of it is not what people see.
 */
final class SheetText {

  private final Sheet sheet;
  private final Report report;
  private final List<CellRangeAddress> merged;
  private final DataFormatter formatter = new DataFormatter(Locale.ENGLISH);
  private boolean tooLarge;

  SheetText(Sheet sheet, Report report) {
    this.sheet = sheet;
    this.report = report;
    this.merged = sheet.getMergedRegions();
  }

  Grid grid() {
    SortedMap<Integer, Grid.Row> rows = new TreeMap<>();
    if (sheet.getPhysicalNumberOfRows() > Limits.ROWS) {
      tooLarge(sheet.getPhysicalNumberOfRows() + " rows", Limits.ROWS + " rows");
    }
    if (merged.size() > Limits.MERGED_REGIONS) {
      tooLarge(merged.size() + " merged areas", Limits.MERGED_REGIONS + " merged areas");
    }
    for (Row row : sheet) {
      if (tooLarge) {
        break;
      }
      SortedMap<Integer, Grid.Cell> cells = cells(row);
      if (!cells.isEmpty()) {
        rows.put(row.getRowNum(), new Grid.Row(row.getZeroHeight(), cells));
      }
    }
    return new Grid(sheet.getSheetName(), rows);
  }

  private void tooLarge(String found, String most) {
    tooLarge = true;
    report.sheet(
        TableFault.TOO_LARGE,
        sheet.getSheetName(),
        "the sheet has " + found + "; expected at most " + most,
        null);
  }

  private SortedMap<Integer, Grid.Cell> cells(Row row) {
    SortedMap<Integer, Grid.Cell> cells = new TreeMap<>();
    List<CellRangeAddress> mergedHere =
        merged.stream().filter(range -> range.containsRow(row.getRowNum())).toList();
    for (Cell cell : row) {
      CellRangeAddress range = rangeOf(cell, mergedHere);
      Cell shown = range == null ? cell : firstOf(range);
      if (shown == null) {
        continue;
      }
      String text = text(shown, cell);
      if (text.trim().isEmpty()) {
        continue;
      }
      if (cell.getColumnIndex() >= Limits.COLUMNS) {
        tooLarge("a cell at " + cell.getAddress(), Limits.COLUMNS + " columns");
        break;
      }
      boolean acrossRows = range != null && range.getFirstRow() != range.getLastRow();
      int from = range == null ? SheetCell.NOT_MERGED : range.getFirstColumn();
      cells.put(cell.getColumnIndex(), new Grid.Cell(text, from, acrossRows));
    }
    return cells;
  }

  private static @Nullable CellRangeAddress rangeOf(Cell cell, List<CellRangeAddress> mergedHere) {
    for (CellRangeAddress range : mergedHere) {
      if (range.isInRange(cell)) {
        return range;
      }
    }
    return null;
  }

  private @Nullable Cell firstOf(CellRangeAddress range) {
    Row row = sheet.getRow(range.getFirstRow());
    return row == null ? null : row.getCell(range.getFirstColumn());
  }

  /** The text of {@code shown}; its problems are reported once, where it stands itself. */
  private String text(Cell shown, Cell at) {
    boolean reports = shown.getAddress().equals(at.getAddress());
    CellType type = shown.getCellType();
    return switch (type) {
      case STRING -> limited(shown.getStringCellValue(), at);
      case BLANK, _NONE -> "";
      case FORMULA, NUMERIC, BOOLEAN, ERROR -> {
        String text = limited(formatter.formatCellValue(shown), at);
        if (reports) {
          reportNotText(shown, type, text);
        }
        yield text;
      }
    };
  }

  private String limited(String text, Cell at) {
    if (text.length() <= Limits.CELL_CHARACTERS) {
      return text;
    }
    report.cell(
        TableFault.TOO_LARGE,
        sheet.getSheetName(),
        at.getRowIndex(),
        at.getColumnIndex(),
        "the cell has " + text.length() + " characters; expected at most " + Limits.CELL_CHARACTERS,
        null);
    return text.substring(0, Limits.CELL_CHARACTERS);
  }

  private void reportNotText(Cell cell, CellType type, String text) {
    switch (type) {
      case FORMULA ->
          problem(
              TableFault.FORMULA,
              cell,
              "the cell holds the formula `=" + text + "`; expected text",
              "copy the cell and paste its value only");
      case NUMERIC -> reportNumber(cell, text);
      case BOOLEAN, ERROR -> notText(cell, type == CellType.ERROR ? "error" : "boolean", text);
      case STRING, BLANK, _NONE -> throw new IllegalArgumentException(type.name());
    }
  }

  private void reportNumber(Cell cell, String text) {
    if (DateUtil.isCellDateFormatted(cell)) {
      notText(cell, "date", text);
      return;
    }
    problem(
        TableFault.NUMBER,
        cell,
        "the cell holds the number `" + text + "`; expected text: 00100 would lose its zeros",
        "format the cell as text and type it again");
  }

  private void notText(Cell cell, String what, String text) {
    problem(
        TableFault.NOT_TEXT,
        cell,
        "the cell holds the " + what + " `" + text + "`; expected text",
        "format the cell as text and type it again; write dates as 2025-01-31");
  }

  private void problem(TableFault fault, Cell cell, String message, String help) {
    report.cell(
        fault, sheet.getSheetName(), cell.getRowIndex(), cell.getColumnIndex(), message, help);
  }
}
