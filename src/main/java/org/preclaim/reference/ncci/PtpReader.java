package org.preclaim.reference.ncci;

import static org.preclaim.reference.source.ReferenceProblemCode.DATE;
import static org.preclaim.reference.source.ReferenceProblemCode.HEADER;
import static org.preclaim.reference.source.ReferenceProblemCode.ROW;

import java.util.List;
import java.util.Locale;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.SourceRow;

/**
 * Reads procedure pairs field by field: rows of a workbook, and those of a text that {@link
 * PtpText} cannot take as they are. What stands before the first pair is preamble, whose length
 * varies; after it every row must be a pair.
 */
final class PtpReader {

  static final int EFFECTIVE = 3;
  private static final int DELETION = 4;
  private static final int INDICATOR = 5;
  private static final int RATIONALE = 6;
  private static final int FIELDS = 7;
  private static final List<String> HEADER_WORDS =
      List.of("column1", "column2", "existence", "effective", "deletion", "modifier", "rationale");

  private final PtpRows rows;
  private final ImportLog log;
  private final NcciField fields;
  private boolean begun;

  PtpReader(PtpRows rows, ImportLog log) {
    this.rows = rows;
    this.log = log;
    this.fields = new NcciField(log);
  }

  /** Says that the first pair has been read. */
  void begin() {
    begun = true;
  }

  /** Whether a pair has been read. */
  boolean begun() {
    return begun;
  }

  /** Takes a row. */
  void accept(SourceRow row) {
    boolean pair = NcciField.isCode(row.field(0)) || NcciField.isCode(row.field(1));
    if (row.isBlank()) {
      return;
    }
    if (pair) {
      begun = true;
      add(row);
    } else if (begun) {
      log.problem(
          row.place(0),
          ROW,
          NcciField.quoted(row.field(0)) + " is not the beginning of a pair, expected two codes");
    } else if (letters(row.field(0)).equals(HEADER_WORDS.get(0))) {
      requireOrder(row);
    }
  }

  /**
   * Takes the last row of a text that does not end its last line.
   *
   * @param endsAsOthers whether an earlier row had the same rationale: half a one has not
   */
  void acceptLast(SourceRow row, boolean endsAsOthers) {
    if (row.size() == FIELDS && endsAsOthers) {
      accept(row);
    } else if (!row.isBlank()) {
      LastRow.report(row, log);
    }
  }

  private void requireOrder(SourceRow header) {
    for (int i = 0; i < FIELDS; i++) {
      if (!letters(header.field(i)).contains(HEADER_WORDS.get(i))) {
        log.problem(
            header.place(i),
            HEADER,
            "the column is headed "
                + NcciField.quoted(header.field(i))
                + ", expected `"
                + HEADER_WORDS.get(i)
                + "`");
      }
    }
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private void add(SourceRow row) {
    if (row.size() < FIELDS - 1 || row.size() > FIELDS) {
      log.problem(
          row.place(Math.min(row.size(), FIELDS)),
          ROW,
          "the row has " + row.size() + " fields, expected " + FIELDS);
      return;
    }
    long before = log.problemCount();
    int first = fields.code(row, 0);
    int second = fields.code(row, 1);
    int effective = fields.day(row, EFFECTIVE);
    int deletion = fields.lastDay(row, DELETION);
    int indicator = fields.indicator(row, INDICATOR, "019", true);
    if (log.problemCount() > before) {
      return;
    }
    if (deletion < effective) {
      log.problem(
          row.place(DELETION),
          DATE,
          "`" + row.field(DELETION) + "` is before the first day `" + row.field(EFFECTIVE) + "`");
      return;
    }
    int rationale = PtpRationale.of(row.field(RATIONALE)).number();
    rows.add(first, second, PtpWindow.of(effective, deletion, indicator, rationale), row.line());
  }
}
