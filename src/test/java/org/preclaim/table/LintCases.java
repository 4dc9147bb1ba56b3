package org.preclaim.table;

import static org.preclaim.table.TableFault.*;
import static org.preclaim.table.WorkbookFixture.cellAt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.problem.Problem;
import org.preclaim.release.OtherEndings;

/** For each fault a workbook that has it, and little else. */
final class LintCases {

  static final Vocabulary WORDS =
      new Vocabulary(
          Map.of(
              "kind", Set.of("nephrostogram", "tract-dilation"),
              "access", Set.of("existing", "new"),
              "element", Set.of("findings", "interpretation"),
              "laterality", Set.of("left", "right", "bilateral"),
              "modifier", Set.of("26", "LT", "RT")));

  private LintCases() {}

  /** What reader and lint say of the case of each fault. */
  static Map<TableFault, Supplier<List<Problem>>> byFault() {
    Map<TableFault, Supplier<List<Problem>>> cases = new EnumMap<>(TableFault.class);
    ofFiles(cases);
    ofLayout(cases);
    ofCells(cases);
    ofValues(cases);
    ofRemittance(cases);
    ofOtherSheets(cases);
    ContentCases.add(cases);
    return cases;
  }

  private static void ofFiles(Map<TableFault, Supplier<List<Problem>>> cases) {
    cases.put(NOT_A_WORKBOOK, () -> problems("no workbook".getBytes(StandardCharsets.UTF_8)));
    cases.put(
        ENDING,
        () ->
            Stream.of("x.ods", "x.XLSX", "~$x.xls", ".~lock.x.xlsx#", "x.xlsx", "x.txt")
                .flatMap(name -> OtherEndings.problem("decision-tables/" + name).stream())
                .toList());
    cases.put(TOO_LARGE, () -> problems(new byte[Limits.BYTES + 1]));
    cases.put(ZIP_BOMB, () -> problems(zipBomb()));
    cases.put(MACRO, edited(workbook -> workbook.setWorkbookType(XSSFWorkbookType.XLSM)));
    cases.put(EXTERNAL_LINK, edited(LintCases::linkToAnotherFile));
    cases.put(
        MISSING_SHEET,
        edited(
            workbook -> {
              workbook.removeSheetAt(workbook.getSheetIndex("About"));
              workbook.setSheetOrder("Policies", 1);
            }));
    cases.put(
        EMPTY_SHEET, () -> problems(WorkbookFixture.family("nothing").edit(LintCases::emptyFirst)));
    cases.put(PACKAGE, changed("B1", "preclaim.other"));
    cases.put(NO_TABLE, () -> problems(WorkbookFixture.family("nothing")));
  }

  private static void ofLayout(Map<TableFault, Supplier<List<Problem>>> cases) {
    cases.put(MISSING_HEADER, edited(workbook -> shift(workbook, 7, 30, -1)));
    cases.put(COLUMN_TYPE, changed("C5", "TIMER"));
    cases.put(NO_PLACEHOLDER, changed("E7", "distinct()"));
    cases.put(NO_HEADING, changed("P9", "a note"));
    cases.put(
        BLANK_ROW,
        () ->
            problems(
                workbook()
                    .table(
                        TableFixture.named("Cut")
                            .words()
                            .policy(words("CUT-1"))
                            .policy()
                            .policy(words("CUT-2")))));
    cases.put(
        STRAY_CELL, () -> problems(workbook().cell("F4", "beside").cell("C12", "a note below")));
    cases.put(
        MERGED_CELLS,
        edited(
            workbook ->
                workbook.getSheet("Policies").addMergedRegion(CellRangeAddress.valueOf("C9:D9"))));
    cases.put(
        HIDDEN_ROW,
        edited(workbook -> workbook.getSheet("Policies").getRow(8).setZeroHeight(true)));
    cases.put(NO_POLICIES, () -> problems(workbook().table(TableFixture.named("Empty").words())));
  }

  private static void ofCells(Map<TableFault, Supplier<List<Problem>>> cases) {
    cases.put(FORMULA, editedSheet(sheet -> cellAt(sheet, "E9").setCellFormula("1+74424")));
    cases.put(NUMBER, editedSheet(sheet -> cellAt(sheet, "E9").setCellValue(100)));
    cases.put(
        NOT_TEXT,
        editedSheet(
            sheet -> {
              cellAt(sheet, "E9").setCellValue(true);
              cellAt(sheet, "F9").setCellErrorValue(FormulaError.NA);
              LintCases.writeDate(sheet, "D9");
            }));
    cases.put(
        ODD_CHARACTER,
        () ->
            problems(
                workbook().cell("G9", "the payer\u2019s edit").cell("B9", "50430,\u00A050431")));
    cases.put(
        STRAY_BLANK,
        () ->
            problems(
                workbook().cell("E9", " 74425").cell("F9", "deny \n").cell("G9", "  why\n\n")));
    cases.put(LINE_BREAK, changed("B9", "50430,\n50431"));
    cases.put(
        UNSAFE_TEXT,
        () -> problems(workbook().cell("G9", "\"quoted").cell("K9", "a\\b").cell("L9", "end */")));
  }

  private static void ofValues(Map<TableFault, Supplier<List<Problem>>> cases) {
    cases.put(MISSING_ID, changed("A9", ""));
    cases.put(BAD_ID, changed("A9", "nrt 50431"));
    cases.put(
        DUPLICATE_ID,
        () ->
            problems(
                workbook().table(TableFixture.named("Again").words().policy(words("NRT-50431")))));
    cases.put(DATE, changed("C9", "1/1/2025"));
    cases.put(DATES_REVERSED, changed("D9", "2024-12-31"));
    cases.put(
        CODE,
        () ->
            problems(
                workbook()
                    .cell("B9", "50430,,5043, 5O43I, AAAAA, j1885")
                    .cell("E9", "74425, 74415")));
    cases.put(DIAGNOSIS, () -> problems(necessity("N13.5, 13.5, N13.55555")));
    cases.put(UNKNOWN_WORD, () -> problems(performed("nefrostogram", "findings,, size")));
    cases.put(SEVERITY, changed("F9", "denied"));
    cases.put(MISSING_MESSAGE, changed("G9", ""));
    cases.put(
        MISSING_CITATION,
        () ->
            problems(
                workbook()
                    .table(
                        TableFixture.named("Bare")
                            .column("METADATA", "", "message(\"$param\")", "Message")
                            .policy("BAR-1", "why"))));
    cases.put(MESSAGE_PLACEHOLDER, changed("G9", "{codes} on {date} includes {others} {"));
  }

  private static void ofRemittance(Map<TableFault, Supplier<List<Problem>>> cases) {
    cases.put(GROUP, () -> problems(remittance("XX", "97", "", "CO", "18", "")));
    cases.put(CARC, () -> problems(remittance("CO", "97A", "", "CO", "", "")));
    cases.put(RARC, () -> problems(remittance("CO", "252", "", "CO", "50", "N115, 115")));
  }

  private static void ofOtherSheets(Map<TableFault, Supplier<List<Problem>>> cases) {
    cases.put(
        LABEL,
        edited(workbook -> cellAt(workbook.getSheet("Scenarios"), "A1").setCellValue("Scenari")));
    cases.put(
        SCENARIO,
        () ->
            problems(
                workbook()
                    .scenario(
                        "pair",
                        "",
                        "",
                        "2",
                        "",
                        "woman",
                        "",
                        "N",
                        "50431 y2; 50431",
                        "",
                        "",
                        "",
                        "",
                        "")
                    .scenario(
                        "points",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "2026-03-03",
                        "none",
                        "50431 for 1",
                        "access existing",
                        "",
                        "50432 by 12",
                        "nrt",
                        "good")));
    cases.put(
        ABOUT,
        () ->
            problems(
                workbook()
                    .about("Owner", "")
                    .about("Last reviewed", "today")
                    .about("Required", "true")
                    .about("Needs", "diagnosis")
                    .about("Author", "me")));
    cases.put(VOCABULARY, () -> VocabularyFixture.broken().problems());
  }

  static WorkbookFixture workbook() {
    return WorkbookReaderTest.workbook();
  }

  private static Supplier<List<Problem>> changed(String address, String text) {
    return () -> problems(workbook().cell(address, text));
  }

  private static Supplier<List<Problem>> edited(Consumer<XSSFWorkbook> edit) {
    return () -> problems(workbook().edit(edit));
  }

  private static Supplier<List<Problem>> editedSheet(Consumer<XSSFSheet> edit) {
    return edited(workbook -> edit.accept(workbook.getSheet("Policies")));
  }

  static List<Problem> problems(WorkbookFixture fixture) {
    return problems(fixture.read());
  }

  private static List<Problem> problems(byte[] bytes) {
    return problems(new WorkbookReader().read("decision-tables/upload.xlsx", bytes));
  }

  private static List<Problem> problems(WorkbookReading reading) {
    List<Problem> problems = new ArrayList<>(reading.problems());
    Workbook workbook = reading.workbook();
    if (workbook != null) {
      problems.addAll(new WorkbookLint(WORDS).check(List.of(workbook), reading.problems()));
    }
    return problems;
  }

  private static String[] words(String id) {
    return new String[] {id, "why", "CO", "97", "", "", "source"};
  }

  static WorkbookFixture necessity(String prefixes) {
    return WorkbookFixture.family("necessity")
        .table(
            TableFixture.named("Necessity")
                .condition("$line : BilledLine", "code == \"$param\"", "Code")
                .condition("$line : BilledLine", "forall(&&){!pointsTo(\"$\")}", "Accepted")
                .words()
                .policy("NEC-1", "50431", prefixes, "why", "CO", "50", "", "", "source"));
  }

  private static WorkbookFixture performed(String kind, String elements) {
    return WorkbookFixture.family("performed")
        .table(
            TableFixture.named("Performed")
                .condition("$done : Performed", "kind == \"$param\"", "Kind")
                .action(
                    "insert( Flag.of(\"x\", \"risk\", $l).missing($l.undocumented(\"$param\")) );")
                .words()
                .policy("PRF-1", kind, elements, "why", "", "", "", "", "source"))
        .scenario(
            "word",
            "",
            "",
            "",
            "",
            "",
            "2026-03-03",
            "",
            "",
            "nephrostogram, side lft",
            "",
            "",
            "nothing",
            "");
  }

  static WorkbookFixture remittance(String... codes) {
    TableFixture table = TableFixture.named("Remittance").words();
    for (int at = 0; at < codes.length; at += 3) {
      List<String> cells = new ArrayList<>(List.of("REM-" + at, "why"));
      cells.addAll(Arrays.asList(codes).subList(at, at + 3));
      cells.addAll(List.of("", "source"));
      table.policy(cells.toArray(String[]::new));
    }
    return WorkbookFixture.family("remittance").table(table);
  }

  private static void shift(XSSFWorkbook workbook, int first, int last, int by) {
    workbook.getSheet("Policies").shiftRows(first + 1, last, by);
  }

  private static void emptyFirst(XSSFWorkbook workbook) {
    workbook.removeSheetAt(0);
    workbook.createSheet("Policies");
    workbook.setSheetOrder("Policies", 0);
  }

  private static void writeDate(XSSFSheet sheet, String address) {
    var style = sheet.getWorkbook().createCellStyle();
    style.setDataFormat((short) 14);
    cellAt(sheet, address).setCellValue(46023);
    cellAt(sheet, address).setCellStyle(style);
  }

  private static void linkToAnotherFile(XSSFWorkbook workbook) {
    try (XSSFWorkbook other = new XSSFWorkbook()) {
      other.createSheet("Sheet1");
      workbook.linkExternalWorkbook("other.xlsx", other);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  /** A small file that unpacks to more than a hundred times its size. */
  static byte[] zipBomb() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(new byte[8 * 1024 * 1024]);
      zip.closeEntry();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }
}
