package org.preclaim.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook under construction. What is not said is filled in so that the workbook is without
 * problems; {@link #edit} then breaks what a test wants broken.
 */
public final class WorkbookFixture {

  /** The labels of the sheet of scenarios, in the order in which {@link #scenario} takes values. */
  public static final List<String> SCENARIO_LABELS =
      List.of(
          "Scenario",
          "Why",
          "Payer",
          "Place",
          "Birth date",
          "Sex",
          "Date",
          "Diagnoses",
          "Lines",
          "Performed",
          "Documentation",
          "History",
          "Expect",
          "Outcome");

  private final String family;
  private final List<List<String>> properties = new ArrayList<>();
  private final List<TableFixture> tables = new ArrayList<>();
  private final List<List<String>> scenarios = new ArrayList<>();
  private final Map<String, String> about = new LinkedHashMap<>();
  private final List<Consumer<XSSFWorkbook>> edits = new ArrayList<>();

  private WorkbookFixture(String family) {
    this.family = family;
    about.put("Purpose", "checks that the tests can fail");
    about.put("Owner", "compliance");
    about.put("Last reviewed", "2026-11-01");
    about.put("Citations", "the code pages");
    about.put("Required", "yes");
  }

  /** A workbook of this family with its package, the words of rules imported, and no table. */
  public static WorkbookFixture family(String family) {
    WorkbookFixture fixture = new WorkbookFixture(family);
    fixture.property("RuleSet", Workbook.packageOf(family));
    fixture.property(
        "Import",
        "org.preclaim.engine.language.BilledLine, org.preclaim.engine.language.Performed,"
            + " org.preclaim.engine.language.Flag");
    return fixture;
  }

  /** Adds a row above the tables. */
  public WorkbookFixture property(String name, String value) {
    properties.add(List.of(name, value));
    return this;
  }

  /** Adds a table below the others. */
  public WorkbookFixture table(TableFixture table) {
    tables.add(table);
    return this;
  }

  /** Adds a scenario: values in the order of {@link #SCENARIO_LABELS}, blank ones empty. */
  public WorkbookFixture scenario(String... values) {
    scenarios.add(List.of(values));
    return this;
  }

  /** Sets a statement of the sheet {@code About}. */
  public WorkbookFixture about(String label, String value) {
    about.put(label, value);
    return this;
  }

  /** Changes the finished workbook, for instance to break it. */
  public WorkbookFixture edit(Consumer<XSSFWorkbook> edit) {
    edits.add(edit);
    return this;
  }

  /** Changes the text of one cell of the sheet of policies, for instance {@code A7}. */
  public WorkbookFixture cell(String address, String text) {
    return edit(workbook -> cellAt(workbook.getSheet("Policies"), address).setCellValue(text));
  }

  /** The path under which policies would find the workbook. */
  public String file() {
    return "decision-tables/" + family + ".xlsx";
  }

  /** The workbook's bytes. */
  public byte[] bytes() {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      policies(workbook);
      List<List<String>> scenarioRows = new ArrayList<>(List.of(SCENARIO_LABELS));
      scenarioRows.addAll(scenarios);
      write(workbook.createSheet("Scenarios"), 0, scenarioRows);
      XSSFSheet aboutSheet = workbook.createSheet("About");
      List<List<String>> aboutRows = new ArrayList<>();
      about.forEach((label, value) -> aboutRows.add(List.of(label, value)));
      write(aboutSheet, 0, aboutRows);
      edits.forEach(edit -> edit.accept(workbook));
      workbook.write(bytes);
      return bytes.toByteArray();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** What the reader makes of the workbook. */
  public WorkbookReading read() {
    return new WorkbookReader().read(file(), bytes());
  }

  /** A cell of a sheet, made where there is none. */
  public static XSSFCell cellAt(XSSFSheet sheet, String address) {
    CellAddress at = new CellAddress(address);
    XSSFRow row = sheet.getRow(at.getRow());
    XSSFRow present = row == null ? sheet.createRow(at.getRow()) : row;
    XSSFCell cell = present.getCell(at.getColumn());
    return cell == null ? present.createCell(at.getColumn()) : cell;
  }

  private void policies(XSSFWorkbook workbook) {
    XSSFSheet sheet = workbook.createSheet("Policies");
    int row = write(sheet, 0, properties);
    for (TableFixture table : tables) {
      row++;
      int objectTypes = row + 2;
      row = write(sheet, row, table.rows());
      table
          .merges()
          .forEach(
              columns ->
                  sheet.addMergedRegion(
                      new CellRangeAddress(objectTypes, objectTypes, columns[0], columns[1])));
    }
  }

  /** Writes rows from {@code first} on, every cell as text; gives the next free row. */
  static int write(XSSFSheet sheet, int first, List<? extends List<String>> rows) {
    XSSFCellStyle text = sheet.getWorkbook().createCellStyle();
    text.setDataFormat((short) BuiltinFormats.getBuiltinFormat("@"));
    int number = first;
    for (List<String> values : rows) {
      XSSFRow row = sheet.createRow(number++);
      for (int column = 0; column < values.size(); column++) {
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(text);
        if (!values.get(column).isEmpty()) {
          cell.setCellValue(values.get(column));
        }
      }
    }
    return number;
  }
}
