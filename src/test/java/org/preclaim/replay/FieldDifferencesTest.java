package org.preclaim.replay;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.preclaim.replay.Report.Difference;
import org.preclaim.replay.Report.Field;
import org.preclaim.replay.Report.Fields;

class FieldDifferencesTest {

  @Test
  void fields_changedAddedAndGone_areNamedByTheirPointers() {
    Fields fields =
        requireNonNull(
            named(
                    "{\"a\":{\"b/c\":1.0,\"same\":[1]},\"list\":[1,2],\"old\":true}",
                    "{\"a\":{\"b/c\":1.00,\"same\":[1]},\"list\":[1],\"new\":{\"x\":1}}")
                .fields());

    assertThat(fields.first())
        .containsExactly(
            new Field("/a/b~1c", "1.0", "1.00"),
            new Field("/list/1", "2", null),
            new Field("/old", "true", null),
            new Field("/new", null, "{\"x\":1}"));
  }

  @Test
  void fields_manyOrLong_areCountedAndCut() {
    Fields many =
        requireNonNull(named("[1,2,3,4,5,6,7]", "[\"" + "x".repeat(300) + "\"]").fields());

    assertThat(many.count()).isEqualTo(7);
    assertThat(many.others()).isEqualTo(2);
    assertThat(many.first()).hasSize(5);
    assertThat(many.first().get(0).after()).hasSize(201).endsWith("x…");
  }

  @Test
  void documents_writtenInAnotherWay_areShownWhole() {
    assertThat(named("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}").fields()).isNull();
  }

  @Test
  void workbook_ofFields_hasARowForEach() throws Exception {
    Report empty = Report.empty(Report.RECORDED, 1, null);
    Difference many = named("[1,2,3,4,5,6,7]", "[]");
    Report report =
        new Report(
            empty.under(),
            null,
            1,
            null,
            true,
            empty.entries(),
            empty.findings(),
            empty.chargeBefore(),
            empty.chargeAfter(),
            List.of(),
            empty.notDecided(),
            List.of(new Report.Example(1, "D", null, List.of(many))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReportWorkbook.write(report, out);

    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      Sheet examples = book.getSheet("Examples");
      assertThat(examples.getLastRowNum()).isEqualTo(6);
      assertThat(examples.getRow(1).getCell(2).getStringCellValue()).isEqualTo("said/0");
      assertThat(examples.getRow(1).getCell(4).getStringCellValue()).isEqualTo("1");
      assertThat(examples.getRow(6).getCell(2).getStringCellValue())
          .isEqualTo("said: 2 more fields");
    }
  }

  private static Difference named(String before, String after) {
    return FieldDifferences.named(new Difference(Differences.SAID, null, before, after));
  }
}
