package org.preclaim.table;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.decisiontable.parser.xls.ExcelParser;
import org.drools.template.parser.DataListener;
import org.junit.jupiter.api.Test;

/** Our reading beside that of drools-decisiontables: the same cells with the same texts. */
class StockReadingTest {

  @Test
  void workbook_readByDrools_holdsTheSameCells() {
    WorkbookFixture fixture =
        WorkbookReaderTest.workbook()
            .property("Sequential", " true ")
            .table(
                TableFixture.named(" Spaced  name ")
                    .condition("$done : Performed", " kind == \"$param\" ", "Kind")
                    .condition("$done : Performed", "access == \"$param\"", "Access")
                    .words()
                    .policy(
                        "SPC-1",
                        " 00100\t",
                        "",
                        "\u00A0two  blanks\u00A0 ",
                        "",
                        "",
                        "",
                        "a\nb",
                        "s")
                    .policy("SPC-2", "", "new", "why", "", "", "", "", "s"));
    Workbook workbook = requireNonNull(fixture.read().workbook());

    assertThat(cells(workbook)).containsExactlyElementsOf(stockCells(fixture.bytes()));
  }

  private static List<String> cells(Workbook workbook) {
    List<SheetCell> cells = new ArrayList<>(workbook.properties());
    for (PolicyTable table : workbook.tables()) {
      cells.addAll(table.header());
      for (PolicyRow policy : table.rows()) {
        policy
            .cells()
            .forEach((column, text) -> cells.add(new SheetCell(policy.row(), column, text)));
      }
    }
    return cells.stream()
        .map(cell -> told(cell.row(), cell.column(), cell.text(), cell.mergedFrom()))
        .toList();
  }

  private static String told(int row, int column, String text, int merged) {
    return SheetCell.address(row, column) + " from " + merged + " `" + text.trim() + "`";
  }

  private static List<String> stockCells(byte[] bytes) {
    SortedMap<Integer, List<String>> rows = new TreeMap<>();
    DataListener listener =
        new DataListener() {
          @Override
          public void startSheet(String name) {}

          @Override
          public void finishSheet() {}

          @Override
          public void newRow(int row, int columns) {}

          @Override
          public void newCell(int row, int column, String value, int merged) {
            if (value != null && !value.trim().isEmpty()) {
              rows.computeIfAbsent(row, number -> new ArrayList<>())
                  .add(told(row, column, value, merged));
            }
          }
        };
    new ExcelParser(List.of(listener)).parseFile(new ByteArrayInputStream(bytes));
    return rows.values().stream().flatMap(List::stream).toList();
  }
}
