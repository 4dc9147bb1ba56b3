package org.preclaim.reference.ncci;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.preclaim.problem.Place;
import org.preclaim.reference.pack.CodeKey;
import org.preclaim.reference.source.OfficialFile;

/**
 * The rows of procedure pairs that are to be packed, as arrays of numbers, each with the line it
 * came from.
 */
final class PtpRows {

  private static final int FIRST_CAPACITY = 1 << 16;
  private static final int KEY_BITS = 26;

  private final List<OfficialFile> files = new ArrayList<>();
  private int[] column1 = new int[FIRST_CAPACITY];
  private int[] column2 = new int[FIRST_CAPACITY];
  private long[] windows = new long[FIRST_CAPACITY];
  private int[] lines = new int[FIRST_CAPACITY];
  private short[] parts = new short[FIRST_CAPACITY];
  private int size;

  /** Rows that are added from now on stand in {@code file}. */
  void begin(OfficialFile file) {
    files.add(file);
  }

  /** Adds the {@link CodeKey}s of a pair with a {@link PtpWindow}. */
  void add(int first, int second, long window, int line) {
    if (size == lines.length) {
      int capacity = Math.multiplyExact(size, 2);
      column1 = Arrays.copyOf(column1, capacity);
      column2 = Arrays.copyOf(column2, capacity);
      windows = Arrays.copyOf(windows, capacity);
      lines = Arrays.copyOf(lines, capacity);
      parts = Arrays.copyOf(parts, capacity);
    }
    column1[size] = first;
    column2[size] = second;
    windows[size] = window;
    lines[size] = line;
    parts[size] = (short) (files.size() - 1);
    size++;
  }

  int size() {
    return size;
  }

  int column1(int row) {
    return column1[row];
  }

  int column2(int row) {
    return column2[row];
  }

  long window(int row) {
    return windows[row];
  }

  int line(int row) {
    return lines[row];
  }

  OfficialFile file(int row) {
    return files.get(parts[row]);
  }

  Place place(int row) {
    return file(row).place(lines[row]);
  }

  /** The pair for people. */
  String pair(int row) {
    return CodeKey.text(column1[row]) + " with " + CodeKey.text(column2[row]);
  }

  boolean samePair(int one, int other) {
    return column1[one] == column1[other] && column2[one] == column2[other];
  }

  /** Every code of either column, sorted. */
  int[] codes() {
    BitSet seen = new BitSet(1 << KEY_BITS);
    for (int row = 0; row < size; row++) {
      seen.set(column1[row]);
      seen.set(column2[row]);
    }
    return seen.stream().toArray();
  }
}
