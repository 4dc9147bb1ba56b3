package org.preclaim.reference.codes;

import java.nio.IntBuffer;
import java.time.LocalDate;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.DayWindow;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.pack.SortedKeys;
import org.preclaim.reference.pack.TextKey;

/** Codes, each with the windows in which it is valid, oldest first. */
final class ValidityWindows {

  static final String CODES = "codes";
  static final String WINDOWS = "windows";

  private final SortedKeys codes;
  private final IntBuffer windows;

  ValidityWindows(PackedTable table) throws CorruptTableException {
    this.codes = new SortedKeys(table.section(CODES));
    this.windows = table.section(WINDOWS).asIntBuffer();
  }

  /** Whether {@code code} is valid on some day. */
  boolean knows(String code) {
    return codes.find(TextKey.of(code)) >= 0;
  }

  /** The number of the window of {@code code} that has {@code date} in it; negative if none has. */
  int find(String code, LocalDate date) {
    long key = TextKey.of(code);
    for (int at = codes.first(key); codes.has(at, key); at++) {
      if (DayWindow.covers(windows.get(at), date)) {
        return at;
      }
    }
    return -1;
  }

  /** Whether a longer code that begins with {@code code} is valid on {@code date}. */
  boolean leadsOn(String code, LocalDate date) {
    long key = TextKey.of(code);
    if (key == TextKey.NONE) {
      return false;
    }
    long end = TextKey.after(code);
    for (int at = codes.first(key + 1); at < codes.size(); at++) {
      if (codes.get(at) >= end) {
        return false;
      }
      if (DayWindow.covers(windows.get(at), date)) {
        return true;
      }
    }
    return false;
  }
}
