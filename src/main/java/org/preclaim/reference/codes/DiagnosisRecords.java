package org.preclaim.reference.codes;

import java.util.Map;
import java.util.TreeMap;
import org.preclaim.problem.Place;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.TableDraft;
import org.preclaim.reference.pack.TableSpan;
import org.preclaim.reference.pack.TextKey;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.ReferenceProblemCode;
import org.preclaim.reference.source.SourceLines;

/**
 * Takes the records of an ICD-10-CM order file. Columns from 1: order number 1 to 5, code 7 to 13,
 * flag 15 (1 valid, 0 header), short title 17 to 76, long title from 78; blanks between.
 */
final class DiagnosisRecords implements SourceLines.Lines {

  private static final int ORDER_WIDTH = 5;
  private static final int CODE_COLUMN = 7;
  private static final int FLAG_COLUMN = 15;
  private static final int SHORT_TITLE_COLUMN = 17;
  private static final int LONG_TITLE_COLUMN = 78;
  private static final int[] BLANK_COLUMNS = {6, 14, 16, 77};

  private final OfficialFile file;
  private final ImportLog log;
  private final Map<Long, Byte> validity = new TreeMap<>();
  private int last;

  DiagnosisRecords(OfficialFile file, ImportLog log) {
    this.file = file;
    this.log = log;
  }

  @Override
  public void accept(int number, String text) {
    if (text.isBlank()) {
      return;
    }
    if (text.length() < LONG_TITLE_COLUMN) {
      problem(
          number,
          text.length() + 1,
          ReferenceProblemCode.ROW,
          "the record has "
              + text.length()
              + " characters, expected "
              + LONG_TITLE_COLUMN
              + " or more");
      return;
    }
    boolean next = isNext(number, text);
    if (isAligned(number, text) && next) {
      keep(number, text);
    }
  }

  private boolean isAligned(int number, String text) {
    for (int column : BLANK_COLUMNS) {
      if (text.charAt(column - 1) != ' ') {
        problem(
            number,
            column,
            ReferenceProblemCode.ROW,
            "`" + text.charAt(column - 1) + "` stands between two fields, expected a blank");
        return false;
      }
    }
    return true;
  }

  /** Order numbers have no gaps: one that is missing means that records are. */
  private boolean isNext(int number, String text) {
    String order = text.substring(0, ORDER_WIDTH);
    if (!order.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      problem(
          number,
          1,
          ReferenceProblemCode.NUMBER,
          "`" + order + "` is no order number, expected five digits");
      return false;
    }
    int expected = last + 1;
    last = Integer.parseInt(order);
    if (last != expected) {
      problem(
          number,
          1,
          ReferenceProblemCode.ROW,
          "the order number is " + last + ", expected " + expected);
    }
    return last == expected;
  }

  private void keep(int number, String text) {
    String code = text.substring(CODE_COLUMN - 1, FLAG_COLUMN - 2).stripTrailing();
    char flag = text.charAt(FLAG_COLUMN - 1);
    boolean shaped = DiagnosisShape.fits(code);
    boolean flagged = flag == '0' || flag == '1';
    if (!shaped) {
      problem(
          number,
          CODE_COLUMN,
          ReferenceProblemCode.CODE,
          "`" + code + "` is no diagnosis code, expected " + DiagnosisShape.EXPECTED);
    }
    if (!flagged) {
      problem(
          number,
          FLAG_COLUMN,
          ReferenceProblemCode.INDICATOR,
          "`" + flag + "` is no flag, expected 1 for a valid code or 0 for a header");
    }
    if (text.charAt(SHORT_TITLE_COLUMN - 1) == ' ') {
      problem(
          number,
          SHORT_TITLE_COLUMN,
          ReferenceProblemCode.ROW,
          "there is no short title, expected one from here");
    }
    if (shaped && flagged && validity.putIfAbsent(TextKey.of(code), (byte) (flag - '0')) != null) {
      problem(
          number,
          CODE_COLUMN,
          ReferenceProblemCode.DUPLICATE,
          "`" + code + "` has a record already, expected one");
    }
  }

  private void problem(int line, int column, ReferenceProblemCode code, String message) {
    Place place = file.place(line, column);
    log.problem(place, code, message);
  }

  int size() {
    return validity.size();
  }

  PackedTable pack(TableSpan span) {
    long[] codes = validity.keySet().stream().mapToLong(Long::longValue).toArray();
    byte[] valid = new byte[codes.length];
    int at = 0;
    for (byte flag : validity.values()) {
      valid[at++] = flag;
    }
    return new TableDraft(Dataset.ICD10_CM, span, codes.length)
        .section(PackedDiagnoses.CODES, codes)
        .section(PackedDiagnoses.VALID, valid)
        .build();
  }
}
