package org.preclaim.reference.ncci;

import static org.preclaim.reference.source.ReferenceProblemCode.DUPLICATE;
import static org.preclaim.reference.source.ReferenceProblemCode.LIMIT;
import static org.preclaim.reference.source.ReferenceProblemCode.OVERLAP;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.pack.CodeIndex;
import org.preclaim.reference.pack.DateKey;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.TableDraft;
import org.preclaim.reference.pack.TableSpan;
import org.preclaim.reference.source.ImportLog;

/**
 * Makes rows a {@link PackedPtp}. Rows that stand twice in a file, and windows of a pair that
 * overlap, are problems; a row that two files have is taken once.
 */
final class PtpPacking {

  /** How many different values a number of two bytes has. */
  static final int NARROW = 1 << Short.SIZE;

  /** The indicator of rows that never apply. */
  static final int TOMBSTONE = 9;

  private final PtpRows rows;
  private final ImportLog log;
  private int repeated;

  PtpPacking(PtpRows rows, ImportLog log) {
    this.rows = rows;
    this.log = log;
  }

  /** The table; {@code null} where the rows have more codes than it can number. */
  @Nullable PackedTable pack(Dataset dataset, TableSpan span) {
    int[] codes = rows.codes();
    if (codes.length > NARROW) {
      log.problem(
          rows.place(0), LIMIT, "there are " + codes.length + " codes, expected at most " + NARROW);
      return null;
    }
    CodeIndex index = CodeIndex.of(codes);
    int[] order = settled(sorted(index));
    if (repeated > 0) {
      log.notice(
          rows.file(rows.size() - 1).place(),
          DUPLICATE,
          repeated + " rows stand in more than one of the files; each was taken once");
    }
    return packed(dataset, span, order, codes, index);
  }

  /** Row numbers sorted by pair, those of a pair newest first. */
  private int[] sorted(CodeIndex index) {
    long[] keys = new long[rows.size()];
    for (int row = 0; row < keys.length; row++) {
      long first = index.find(rows.column1(row));
      long second = index.find(rows.column2(row));
      // With its first bit turned the number of a code sorts right although long has a sign.
      keys[row] = (((first << Short.SIZE) | second) << Integer.SIZE | row) ^ Long.MIN_VALUE;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      order[i] = (int) keys[i];
    }
    for (int start = 0, end; start < order.length; start = end) {
      end = start + 1;
      while (end < order.length && rows.samePair(order[start], order[end])) {
        sortIn(order, start, end++);
      }
    }
    return order;
  }

  /** Moves the row at {@code end} among those from {@code start} that are sorted already. */
  private void sortIn(int[] order, int start, int end) {
    int row = order[end];
    int place = end;
    while (place > start && rows.window(order[place - 1]) < rows.window(row)) {
      order[place] = order[place - 1];
      place--;
    }
    order[place] = row;
  }

  /** The rows to keep; tells which rows of a pair do not go together. */
  private int[] settled(int[] order) {
    int[] kept = new int[order.length];
    int count = 0;
    int newer = -1;
    int before = -1;
    for (int row : order) {
      boolean samePair = before >= 0 && rows.samePair(before, row);
      if (samePair && rows.window(before) == rows.window(row)) {
        tellDuplicate(before, row);
        continue;
      }
      before = row;
      newer = samePair ? newer : -1;
      if (PtpWindow.indicator(rows.window(row)) != TOMBSTONE) {
        requireApart(newer, row);
        newer = row;
        kept[count++] = row;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private void tellDuplicate(int first, int second) {
    if (!rows.file(first).equals(rows.file(second))) {
      repeated++;
      return;
    }
    log.problem(
        rows.place(Math.max(first, second)),
        DUPLICATE,
        "the row of `"
            + rows.pair(first)
            + "` stands in line "
            + rows.line(Math.min(first, second))
            + " already");
  }

  private void requireApart(int newer, int older) {
    if (newer < 0
        || PtpWindow.deletion(rows.window(older)) < PtpWindow.effective(rows.window(newer))) {
      return;
    }
    log.problem(
        rows.place(Math.max(newer, older)),
        OVERLAP,
        "`"
            + rows.pair(newer)
            + "` is in force on days on which line "
            + rows.line(Math.min(newer, older))
            + " of "
            + rows.file(Math.min(newer, older)).shownAs()
            + " has it in force, expected one row for each day");
  }

  private PackedTable packed(
      Dataset dataset, TableSpan span, int[] order, int[] codes, CodeIndex index) {
    long[] windows = Arrays.stream(order).mapToLong(rows::window).sorted().distinct().toArray();
    int[] starts = new int[codes.length + 1];
    short[] column2 = new short[order.length];
    int[] rowWindows = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      starts[index.find(rows.column1(order[i])) + 1] = i + 1;
      column2[i] = (short) index.find(rows.column2(order[i]));
      rowWindows[i] = Arrays.binarySearch(windows, rows.window(order[i]));
    }
    for (int code = 1; code < starts.length; code++) {
      starts[code] = Math.max(starts[code], starts[code - 1]);
    }
    TableDraft draft =
        new TableDraft(dataset, covered(span, windows), rows.size() - repeated)
            .section(PackedPtp.CODES, codes)
            .section(PackedPtp.STARTS, starts)
            .section(PackedPtp.COLUMN_2, column2)
            .section(PackedPtp.WINDOWS, windows)
            .section(PackedPtp.RATIONALES, PtpRationale.allWords());
    return windows.length > NARROW
        ? draft.section(PackedPtp.ROW_WINDOWS, rowWindows).build()
        : draft.section(PackedPtp.ROW_WINDOWS, narrow(rowWindows)).build();
  }

  /** Windows sort by their first day. */
  private static TableSpan covered(TableSpan span, long[] windows) {
    return windows.length == 0 ? span : span.from(DateKey.day(PtpWindow.effective(windows[0])));
  }

  private static short[] narrow(int[] values) {
    short[] narrow = new short[values.length];
    IntStream.range(0, values.length).forEach(i -> narrow[i] = (short) values[i]);
    return narrow;
  }
}
