package org.preclaim.reference.codes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Place;
import org.preclaim.reference.pack.DayWindow;
import org.preclaim.reference.pack.TableDraft;
import org.preclaim.reference.pack.TextKey;
import org.preclaim.reference.source.CompactDate;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.ReferenceProblemCode;

/** Codes with the days in which they are valid, collected from a file and put in order. */
final class DatedCodes {

  /**
   * A row.
   *
   * @param place where the file has its code
   */
  private record DatedCode(long key, int window, byte mark, Place place) {}

  private static final Comparator<DatedCode> ORDER =
      Comparator.comparingLong(DatedCode::key).thenComparing(row -> DayWindow.first(row.window()));

  private final ImportLog log;
  private final List<DatedCode> rows = new ArrayList<>();

  DatedCodes(ImportLog log) {
    this.log = log;
  }

  /**
   * Adds a row.
   *
   * @param last {@code null} where it has no end
   * @param mark what else is to be kept of it
   */
  void add(String code, LocalDate first, @Nullable LocalDate last, byte mark, Place place) {
    rows.add(new DatedCode(TextKey.of(code), DayWindow.of(first, last), mark, place));
  }

  /** The day in a field; {@code null} where it holds none that a table can keep, which is told. */
  @Nullable LocalDate day(String text, Place place) {
    LocalDate day = CompactDate.of(text);
    if (day != null && DayWindow.holds(day)) {
      return day;
    }
    log.problem(
        place,
        ReferenceProblemCode.DATE,
        (text.isEmpty() ? "there is no date" : "`" + text + "` is no date")
            + ", expected YYYYMMDD from 1970 to 2149");
    return null;
  }

  /** Whether a last day comes before its first, which is told. */
  boolean runsBackwards(LocalDate first, LocalDate last, Place place) {
    if (last.isBefore(first)) {
      log.problem(
          place,
          ReferenceProblemCode.DATE,
          "the last day " + last + " is before the first, " + first);
      return true;
    }
    return false;
  }

  /** Puts the rows in order and reports those of one code that share a day. */
  void sort() {
    rows.sort(ORDER);
    for (int i = 1; i < rows.size(); i++) {
      DatedCode one = rows.get(i - 1);
      DatedCode next = rows.get(i);
      if (one.key() == next.key() && DayWindow.overlap(one.window(), next.window())) {
        log.problem(
            next.place(),
            ReferenceProblemCode.OVERLAP,
            "`"
                + TextKey.text(next.key())
                + "` is valid here and in another row, expected one row"
                + " for each day; the other is at "
                + one.place());
      }
    }
  }

  /** How many rows there are. */
  int size() {
    return rows.size();
  }

  /** The first day of the earliest window; there must be one. */
  LocalDate earliest() {
    return rows.stream()
        .map(row -> DayWindow.first(row.window()))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** Writes codes and windows, after {@link #sort()}. */
  void write(TableDraft draft) {
    draft.section(ValidityWindows.CODES, rows.stream().mapToLong(DatedCode::key).toArray());
    draft.section(ValidityWindows.WINDOWS, rows.stream().mapToInt(DatedCode::window).toArray());
  }

  /** The marks in the order of the codes. */
  byte[] marks() {
    byte[] marks = new byte[rows.size()];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = rows.get(i).mark();
    }
    return marks;
  }
}
