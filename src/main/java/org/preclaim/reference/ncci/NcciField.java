package org.preclaim.reference.ncci;

import static org.preclaim.reference.source.ReferenceProblemCode.CODE;
import static org.preclaim.reference.source.ReferenceProblemCode.DATE;
import static org.preclaim.reference.source.ReferenceProblemCode.INDICATOR;
import static org.preclaim.reference.source.ReferenceProblemCode.NUMBER;
import static org.preclaim.reference.source.ReferenceProblemCode.PADDED;

import java.util.regex.Pattern;
import org.preclaim.problem.Quoted;
import org.preclaim.reference.pack.CodeKey;
import org.preclaim.reference.pack.DateKey;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.SourceRow;

/** Reads the fields of a row, and reports those that do not hold what they should. */
final class NcciField {

  /** What a field gives that could not be read. */
  static final int BAD = -1;

  /** A spreadsheet program takes the zeros from 00100; shorter than this no code has become. */
  private static final Pattern WITHOUT_ZEROS = Pattern.compile("[1-9][0-9]{2,3}");

  private static final Pattern DAY = Pattern.compile("[0-9]{8}");
  private static final Pattern ORDINAL_DAY = Pattern.compile("[0-9]{7}");
  private static final Pattern NUMBER_TEXT = Pattern.compile("[0-9]{1,7}");
  private static final int YEAR_DIGITS = 4;
  private static final int MONTH_END = 6;

  private final ImportLog log;

  NcciField(ImportLog log) {
    this.log = log;
  }

  /** Whether the field looks like a code, perhaps one without its zeros. */
  static boolean isCode(String text) {
    return CodeKey.of(text) != CodeKey.NONE || WITHOUT_ZEROS.matcher(text).matches();
  }

  /** The {@link CodeKey} of a code. */
  int code(SourceRow row, int index) {
    String text = row.field(index);
    int key = CodeKey.of(text);
    if (key == CodeKey.NONE && WITHOUT_ZEROS.matcher(text).matches()) {
      String padded = "0".repeat(CodeKey.LENGTH - text.length()) + text;
      log.notice(row.place(index), PADDED, "`" + text + "` has lost its zeros, read as " + padded);
      return CodeKey.of(padded);
    }
    if (key == CodeKey.NONE) {
      log.problem(
          row.place(index), CODE, quoted(text) + " is no code, expected five letters or digits");
    }
    return key;
  }

  /** A day as yyyymmdd. */
  int day(SourceRow row, int index) {
    String text = row.field(index);
    int key =
        DAY.matcher(text).matches()
            ? DateKey.of(
                Integer.parseInt(text.substring(0, YEAR_DIGITS)),
                Integer.parseInt(text.substring(YEAR_DIGITS, MONTH_END)),
                Integer.parseInt(text.substring(MONTH_END)))
            : DateKey.NONE;
    if (key == DateKey.NONE) {
      log.problem(row.place(index), DATE, quoted(text) + " is no day, expected yyyymmdd");
    }
    return key;
  }

  /** The last day as yyyymmdd; open where there is an asterisk or nothing. */
  int lastDay(SourceRow row, int index) {
    String text = row.field(index);
    return text.isEmpty() || text.equals("*") ? DateKey.OPEN : day(row, index);
  }

  /** A day as yyyyddd, the second part being the day of the year. */
  int ordinalDay(SourceRow row, int index) {
    String text = row.field(index);
    int key =
        ORDINAL_DAY.matcher(text).matches()
            ? DateKey.ofOrdinal(
                Integer.parseInt(text.substring(0, YEAR_DIGITS)),
                Integer.parseInt(text.substring(YEAR_DIGITS)))
            : DateKey.NONE;
    if (key == DateKey.NONE) {
      log.problem(
          row.place(index),
          DATE,
          quoted(text) + " is no day, expected yyyyddd with the day of the year");
    }
    return key;
  }

  /** The last day as yyyyddd; open where there is nothing. */
  int lastOrdinalDay(SourceRow row, int index) {
    return row.field(index).isEmpty() ? DateKey.OPEN : ordinalDay(row, index);
  }

  /** A whole number from 0. */
  int number(SourceRow row, int index) {
    String text = row.field(index);
    if (!NUMBER_TEXT.matcher(text).matches()) {
      log.problem(
          row.place(index), NUMBER, quoted(text) + " is no number, expected 0 or a whole one");
      return BAD;
    }
    return Integer.parseInt(text);
  }

  /**
   * A field that begins with one of a few digits.
   *
   * @param digits those it may have
   * @param whole whether nothing may follow
   */
  int indicator(SourceRow row, int index, String digits, boolean whole) {
    String text = row.field(index);
    boolean known =
        !text.isEmpty()
            && digits.indexOf(text.charAt(0)) >= 0
            && (text.length() == 1 || (!whole && !Character.isDigit(text.charAt(1))));
    if (!known) {
      String expected = String.join(", ", digits.split(""));
      log.problem(
          row.place(index), INDICATOR, quoted(text) + " is no indicator, expected " + expected);
      return BAD;
    }
    return text.charAt(0) - '0';
  }

  static String quoted(String text) {
    return text.isEmpty() ? "an empty field" : Quoted.text(text);
  }
}
