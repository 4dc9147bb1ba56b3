package org.preclaim.table.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.Seed;
import org.preclaim.table.WorkbookContent;

/** Nothing is silent: a cell of a shipped workbook is changed, and its address is told. */
class EveryCellToldTest {

  private static final Path TABLES = Path.of("decision-tables");
  private static final int CELLS_OF_EACH = 4;

  private final Random random = new Random(Seed.VALUE);

  @Test
  void cells_anywhereInShippedWorkbooks_areToldByTheirAddress() throws IOException {
    try (Stream<Path> files = Files.list(TABLES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".xlsx")).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        for (int count = 0; count < CELLS_OF_EACH; count++) {
          changeOne(file.toString(), bytes);
        }
      }
    }
  }

  private void changeOne(String file, byte[] bytes) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        ByteArrayOutputStream changed = new ByteArrayOutputStream()) {
      List<Cell> cells = texts(book);
      Cell cell = cells.get(random.nextInt(cells.size()));
      String text = cell.getStringCellValue();
      // Without this, POI leaves the old text in a cell that does not share its text.
      cell.setBlank();
      cell.setCellValue(text + "x");
      book.write(changed);

      WorkbookDiff diff =
          WorkbookDiff.between(
              WorkbookContent.of(file, bytes), WorkbookContent.of(file, changed.toByteArray()));

      assertThat(places(diff))
          .as(
              "seed %d, %s!%s!%s",
              Seed.VALUE, file, cell.getSheet().getSheetName(), cell.getAddress())
          .contains(place(cell));
    }
  }

  /** A word is named by two cells, of which the first is told. */
  private static String place(Cell cell) {
    String sheet = cell.getSheet().getSheetName();
    boolean word = sheet.equals("Vocabulary") && cell.getRowIndex() > 0;
    boolean name = word && cell.getColumnIndex() < 2;
    return sheet + "!" + (name ? new CellAddress(cell.getRowIndex(), 0) : cell.getAddress());
  }

  private static List<Cell> texts(XSSFWorkbook book) {
    List<Cell> cells = new ArrayList<>();
    for (Sheet sheet : book) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (!cell.toString().isBlank()) {
            cells.add(cell);
          }
        }
      }
    }
    return cells;
  }

  private static List<String> places(WorkbookDiff diff) {
    List<String> places = new ArrayList<>();
    for (EntryChange change : diff.changes()) {
      String place = change.after() == null ? "" : change.after();
      places.add(place);
      String sheet = place.substring(0, place.indexOf('!') + 1);
      change.cells().stream()
          .filter(cell -> cell.after() != null)
          .forEach(cell -> places.add(sheet + cell.after().cell()));
    }
    return places;
  }
}
