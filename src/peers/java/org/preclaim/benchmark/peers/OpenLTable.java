package org.preclaim.benchmark.peers;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openl.rules.runtime.RulesEngineFactory;
import org.preclaim.benchmark.GeneratedRow;
import org.preclaim.benchmark.Hit;
import org.preclaim.encounter.Encounter;

/** OpenL Tablets: one Rules table that collects, asked for each line; OpenL indexes the code. */
final class OpenLTable implements Peer {

  /** What OpenL makes an instance of. */
  public interface Table {

    /** The ids of the rows that fire on a line. */
    String[] judge(LineFact line);
  }

  private static final List<String> COLUMNS = List.of("C1", "C2", "C3", "C4", "C5", "CRET1");

  private final Table table;

  OpenLTable(List<GeneratedRow> rows) throws IOException {
    Path file = Files.createTempFile("rows", ".xlsx");
    try {
      try (XSSFWorkbook workbook = new XSSFWorkbook();
          OutputStream out = Files.newOutputStream(file)) {
        write(workbook.createSheet("Rules"), rows);
        workbook.write(out);
      }
      table = new RulesEngineFactory<>(file.toUri().toURL(), Table.class).newEngineInstance();
    } finally {
      Files.delete(file);
    }
  }

  private static void write(XSSFSheet sheet, List<GeneratedRow> rows) {
    row(sheet, 0, List.of("Environment"));
    sheet.addMergedRegion(new CellRangeAddress(0, 0, 1, 2));
    row(sheet, 1, List.of("import", LineFact.class.getPackageName()));
    row(sheet, 3, List.of("Rules String[] judge(LineFact line)"));
    sheet.addMergedRegion(new CellRangeAddress(3, 3, 1, COLUMNS.size()));
    row(sheet, 4, COLUMNS);
    row(
        sheet,
        5,
        List.of(
            "line.code == code",
            "line.age >= ageMin",
            "line.age <= ageMax",
            "line.lacks(modifier)",
            "line.pointsToOne(prefixes)",
            "row"));
    row(
        sheet,
        6,
        List.of(
            "String code",
            "Integer ageMin",
            "Integer ageMax",
            "String modifier",
            "String[] prefixes",
            "String row"));
    row(sheet, 7, List.of("Code", "Age from", "Age to", "Without", "Diagnoses", "Row"));
    int number = 8;
    for (GeneratedRow row : rows) {
      GeneratedRow.Single single = (GeneratedRow.Single) row;
      row(
          sheet,
          number++,
          List.of(
              single.code(),
              Integer.toString(single.ageMin()),
              Integer.toString(single.ageMax()),
              single.modifierAbsent(),
              String.join(",", single.diagnoses()),
              single.id()));
    }
  }

  /** Tables begin in the second column, so that nothing stands beside them. */
  private static void row(XSSFSheet sheet, int number, List<String> cells) {
    XSSFRow row = sheet.createRow(number);
    for (int column = 0; column < cells.size(); column++) {
      row.createCell(column + 1).setCellValue(cells.get(column));
    }
  }

  @Override
  public List<Hit> judge(Encounter encounter) {
    List<Hit> hits = new ArrayList<>();
    for (LineFact line : LineFact.of(encounter)) {
      String[] rows = table.judge(line);
      if (rows != null) {
        for (String row : rows) {
          hits.add(new Hit(row, line.getNumber(), 0));
        }
      }
    }
    return hits;
  }
}
