package org.preclaim.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Money;
import org.preclaim.replay.Report.Difference;
import org.preclaim.replay.Report.Example;
import org.preclaim.replay.Report.Field;
import org.preclaim.replay.Report.Fields;
import org.preclaim.replay.Report.PolicyChange;

/** A report as a spreadsheet: sums, a row for each policy, examples. */
public final class ReportWorkbook {

  private static final int CELL_LENGTH_MAX = 32_767;
  private static final int NAME_WIDTH = 40 * 256;

  private ReportWorkbook() {}

  /** Writes the report; {@code out} stays open. */
  public static void write(Report report, OutputStream out) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      summary(book.createSheet("Summary"), report);
      policies(book.createSheet("Policies"), report);
      examples(book.createSheet("Examples"), report);
      book.forEach(sheet -> sheet.setColumnWidth(0, NAME_WIDTH));
      book.write(out);
    }
  }

  private static void summary(Sheet sheet, Report report) {
    row(sheet, "under", report.under());
    if (report.against() != null) {
      row(sheet, "against", report.against());
    }
    row(sheet, "entries up to", report.upTo());
    row(sheet, "seed", report.seed());
    row(sheet, "complete", report.complete() ? "yes" : "no");
    row(sheet, "entries chosen", report.entries().chosen());
    row(sheet, "entries same", report.entries().same());
    row(sheet, "entries changed", report.entries().changed());
    row(sheet, "entries drift", report.entries().drift());
    row(sheet, "entries erased", report.entries().erased());
    row(sheet, "entries not decided", report.entries().notDecided());
    report.notDecided().forEach((reason, count) -> row(sheet, reason, count));
    row(sheet, "findings before", report.findings().before());
    row(sheet, "findings same", report.findings().same());
    row(sheet, "findings changed", report.findings().changed());
    row(sheet, "findings gone", report.findings().gone());
    row(sheet, "findings added", report.findings().added());
    row(sheet, "findings after", report.findings().after());
    row(sheet, "charge at risk before", report.chargeBefore());
    row(sheet, "charge at risk after", report.chargeAfter());
  }

  private static void policies(Sheet sheet, Report report) {
    row(
        sheet,
        "policy",
        "same",
        "changed",
        "added",
        "gone",
        "charge before",
        "charge after",
        "first entries that differ");
    sheet.createFreezePane(1, 1);
    report.policies().forEach(policy -> policy(sheet, policy));
    policy(sheet, report.total());
  }

  private static void policy(Sheet sheet, PolicyChange policy) {
    row(
        sheet,
        policy.policy(),
        policy.same(),
        policy.changed(),
        policy.added(),
        policy.gone(),
        policy.chargeBefore(),
        policy.chargeAfter(),
        policy.first().stream().map(Object::toString).collect(Collectors.joining(", ")));
  }

  private static void examples(Sheet sheet, Report report) {
    row(sheet, "decision or encounter", "entry", "what", "policy", "before", "after");
    sheet.createFreezePane(0, 1);
    for (Example example : report.examples()) {
      example.differences().forEach(difference -> difference(sheet, example, difference));
    }
  }

  /** A row, or one for each field of a long document. */
  private static void difference(Sheet sheet, Example example, Difference difference) {
    Fields fields = difference.fields();
    String what = difference.what();
    if (fields == null) {
      example(sheet, example, difference, what, difference.before(), difference.after());
      return;
    }
    for (Field field : fields.first()) {
      example(sheet, example, difference, what + field.at(), field.before(), field.after());
    }
    if (fields.others() > 0) {
      String others = what + ": " + fields.others() + " more fields";
      example(sheet, example, difference, others, null, null);
    }
  }

  private static void example(
      Sheet sheet,
      Example example,
      Difference difference,
      String what,
      @Nullable String before,
      @Nullable String after) {
    row(
        sheet,
        example.decision() == null ? example.encounter() : example.decision(),
        example.entry(),
        what,
        difference.policy(),
        before,
        after);
  }

  private static void row(Sheet sheet, @Nullable Object... values) {
    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (int column = 0; column < values.length; column++) {
      fill(row.createCell(column), values[column]);
    }
  }

  /** Text is text, whatever it begins with: it never becomes a formula. */
  private static void fill(Cell cell, @Nullable Object value) {
    if (value instanceof Long number) {
      cell.setCellValue(number);
    } else if (value instanceof Money money) {
      cell.setCellValue(money.amount().doubleValue());
    } else if (value != null) {
      String text = Objects.toString(value);
      cell.setCellValue(text.substring(0, Math.min(text.length(), CELL_LENGTH_MAX)));
    }
  }
}
