package org.preclaim.reference.codes;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.ReferenceProblemCode;
import org.preclaim.reference.source.SourceLines;

/**
 * Takes the records of the HCPCS Level II file. A code has a first record, which holds its dates,
 * and further ones that go on with its description. Columns from 1: code 1 to 5 (a modifier 4 and
 * 5), sequence 6 to 10, kind of record 11, added 269 to 276, action effective 277 to 284,
 * termination 285 to 292, action 293.
 */
final class HcpcsRecords implements SourceLines.Lines {

  /** What the layout says. */
  static final int WIDTH = 320;

  /** How a record begins; before the first of them stands a disclaimer of any length. */
  static final Pattern BEGINNING =
      Pattern.compile(
          "(   (?<modifier>[0-9A-Z]{2})|(?<code>[A-Z][0-9]{4}))[0-9]{5}(?<kind>[3478])");

  private static final String FIRST_OF_CODE = "3";
  private static final String FIRST_OF_MODIFIER = "7";
  private static final String ACTIONS = "ABCDFNPRST";
  private static final int KIND_COLUMN = 11;
  private static final int ADDED_COLUMN = 269;
  private static final int ACTION_DATE_COLUMN = 277;
  private static final int TERMINATION_COLUMN = 285;
  private static final int ACTION_COLUMN = 293;
  private static final int DATE_WIDTH = 8;

  private final OfficialFile file;
  private final DatedCodes codes;
  private final ImportLog log;
  private final Set<String> seen = new HashSet<>();
  private String current = "";

  HcpcsRecords(OfficialFile file, DatedCodes codes, ImportLog log) {
    this.file = file;
    this.codes = codes;
    this.log = log;
  }

  @Override
  public void accept(int number, String text) {
    Matcher beginning = BEGINNING.matcher(text);
    if (beginning.lookingAt()) {
      readRecord(number, text, beginning);
    } else if (!seen.isEmpty() && !text.isBlank()) {
      log.problem(
          file.place(number, 1),
          ReferenceProblemCode.ROW,
          "the line does not begin with a code, a sequence and a kind of record");
    }
  }

  private void readRecord(int number, String text, Matcher beginning) {
    @Nullable String modifier = beginning.group("modifier");
    @Nullable String procedure = beginning.group("code");
    String code = modifier == null ? String.valueOf(procedure) : modifier;
    String kind = beginning.group("kind");
    boolean first = kind.equals(FIRST_OF_CODE) || kind.equals(FIRST_OF_MODIFIER);
    boolean ofModifier = kind.compareTo(FIRST_OF_MODIFIER) >= 0;
    if (ofModifier != (modifier != null)) {
      log.problem(
          file.place(number, KIND_COLUMN),
          ReferenceProblemCode.ROW,
          "`"
              + kind
              + "` is no kind of record of `"
              + code
              + "`, expected "
              + (modifier == null ? "3 or 4" : "7 or 8"));
    } else if (first) {
      readFirst(number, text, code);
    } else {
      readFurther(number, text, code);
    }
  }

  /** Descriptions are not kept, so that a further record may be shorter: some are, as published. */
  private void readFurther(int number, String text, String code) {
    if (!code.equals(current)) {
      log.problem(
          file.place(number, 1),
          ReferenceProblemCode.ROW,
          "the record goes on with `" + code + "`, expected its first record before");
    } else if (text.length() != WIDTH) {
      log.notice(
          file.place(number, text.length() + 1),
          ReferenceProblemCode.ROW,
          "the record has "
              + text.length()
              + " characters, expected "
              + WIDTH
              + "; it only goes on with a description, which is not kept");
    }
  }

  private void readFirst(int number, String text, String code) {
    current = code;
    if (!seen.add(code)) {
      log.problem(
          file.place(number, 1),
          ReferenceProblemCode.DUPLICATE,
          "`" + code + "` has a first record already, expected one");
      return;
    }
    if (text.length() != WIDTH) {
      log.problem(
          file.place(number, text.length() + 1),
          ReferenceProblemCode.ROW,
          "the record has " + text.length() + " characters, expected " + WIDTH);
      return;
    }
    checkAction(number, text.charAt(ACTION_COLUMN - 1));
    LocalDate added = day(number, text, ADDED_COLUMN, false);
    day(number, text, ACTION_DATE_COLUMN, true);
    long before = log.problemCount();
    LocalDate termination = day(number, text, TERMINATION_COLUMN, true);
    if (added != null && log.problemCount() == before) {
      keep(number, code, added, termination);
    }
  }

  private void keep(int number, String code, LocalDate added, @Nullable LocalDate termination) {
    Place end = file.place(number, TERMINATION_COLUMN);
    if (termination == null || !codes.runsBackwards(added, termination, end)) {
      codes.add(code, added, termination, (byte) 0, file.place(number, 1));
    }
  }

  private void checkAction(int number, char action) {
    if (ACTIONS.indexOf(action) < 0) {
      log.problem(
          file.place(number, ACTION_COLUMN),
          ReferenceProblemCode.INDICATOR,
          "`" + action + "` is no action code, expected one of " + ACTIONS);
    }
  }

  private @Nullable LocalDate day(int number, String text, int column, boolean mayBeBlank) {
    String field = text.substring(column - 1, column - 1 + DATE_WIDTH).strip();
    return field.isEmpty() && mayBeBlank ? null : codes.day(field, file.place(number, column));
  }

  int size() {
    return seen.size();
  }
}
