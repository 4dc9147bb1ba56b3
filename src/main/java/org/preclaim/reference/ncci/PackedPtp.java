package org.preclaim.reference.ncci;

import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.PtpEdit;
import org.preclaim.reference.PtpTable;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.pack.CodeIndex;
import org.preclaim.reference.pack.CodeKey;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.DateKey;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.PackedTexts;

/**
 * Procedure pairs, packed. Codes are numbered; the rows of a column 1 code stand together, sorted
 * by the number of their column 2 code and then newest first. A row is two numbers of two bytes:
 * its column 2 code, and its window among the few thousand different ones. Rows with indicator 9
 * never apply and are not kept.
 *
 * <p>A look-up hashes the column 1 code, halves the span of its rows, and compares days.
 */
public final class PackedPtp implements PtpTable {

  static final String CODES = "codes";
  static final String STARTS = "starts";
  static final String COLUMN_2 = "column-2";
  static final String ROW_WINDOWS = "row-windows";
  static final String WINDOWS = "windows";
  static final String RATIONALES = "rationales";

  private final Vintage vintage;
  private final CodeIndex codes;
  private final int[] starts;
  private final ShortBuffer column2;
  private final ByteBuffer rowWindows;
  private final boolean wideWindows;
  private final long[] windows;
  private final PackedTexts rationales;

  /**
   * The pairs in {@code table}.
   *
   * @throws CorruptTableException where its sections do not fit together
   */
  public PackedPtp(PackedTable table) throws CorruptTableException {
    this.vintage = table.vintage();
    this.codes = CodeIndex.in(table.section(CODES));
    ByteBuffer startBytes = table.section(STARTS);
    this.starts = new int[startBytes.remaining() / Integer.BYTES];
    startBytes.asIntBuffer().get(starts);
    this.column2 = table.section(COLUMN_2).asShortBuffer();
    this.rowWindows = table.section(ROW_WINDOWS);
    ByteBuffer windowBytes = table.section(WINDOWS);
    this.windows = new long[windowBytes.remaining() / Long.BYTES];
    windowBytes.asLongBuffer().get(windows);
    this.wideWindows = windows.length > PtpPacking.NARROW;
    this.rationales = PackedTexts.in(table.section(RATIONALES));
    requireFit();
  }

  private void requireFit() throws CorruptTableException {
    int rows = column2.limit();
    int width = wideWindows ? Integer.BYTES : Short.BYTES;
    boolean fits =
        starts.length == codes.size() + 1
            && starts[starts.length - 1] == rows
            && rowWindows.limit() == rows * width;
    if (!fits) {
      throw new CorruptTableException("its sections do not fit together");
    }
  }

  @Override
  public Vintage vintage() {
    return vintage;
  }

  @Override
  public @Nullable PtpEdit find(String column1, String column2Code, LocalDate date) {
    int first = codes.find(column1);
    int second = codes.find(column2Code);
    if (first < 0 || second < 0) {
      return null;
    }
    int end = starts[first + 1];
    int day = DateKey.of(date);
    for (int row = firstRow(starts[first], end, second); row < end && code2(row) == second; row++) {
      long window = windows[window(row)];
      if (PtpWindow.effective(window) <= day) {
        // Windows do not overlap: an older one has ended before this one began.
        return day <= PtpWindow.deletion(window) ? edit(column1, column2Code, window) : null;
      }
    }
    return null;
  }

  /** The first row from {@code start} on whose column 2 code is {@code code} or a later one. */
  private int firstRow(int start, int end, int code) {
    int low = start;
    int high = end;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (code2(middle) < code) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int code2(int row) {
    return Short.toUnsignedInt(column2.get(row));
  }

  private int window(int row) {
    return wideWindows
        ? rowWindows.getInt(row * Integer.BYTES)
        : Short.toUnsignedInt(rowWindows.getShort(row * Short.BYTES));
  }

  private PtpEdit edit(String column1, String column2Code, long window) {
    int deletion = PtpWindow.deletion(window);
    return new PtpEdit(
        column1,
        column2Code,
        DateKey.day(PtpWindow.effective(window)),
        deletion == DateKey.OPEN ? null : DateKey.day(deletion),
        PtpWindow.indicator(window),
        rationales.get(PtpWindow.rationale(window)));
  }

  /** Gives every row back, for a change file to build upon. */
  void forEach(RowConsumer consumer) {
    for (int first = 0; first < codes.size(); first++) {
      for (int row = starts[first]; row < starts[first + 1]; row++) {
        consumer.accept(codes.codeAt(first), codes.codeAt(code2(row)), windows[window(row)]);
      }
    }
  }

  /** Takes the {@link CodeKey}s of a pair and a {@link PtpWindow}. */
  @FunctionalInterface
  interface RowConsumer {
    void accept(int column1, int column2, long window);
  }
}
