package org.preclaim.reference.pack;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From one day to another, both included, as one {@code int}: sixteen bits of days since 1970-01-01
 * each, which last until 2149.
 */
public final class DayWindow {

  /** The last day that can be told from no end. */
  public static final LocalDate LAST = LocalDate.ofEpochDay(0xFFFE);

  private static final int OPEN = 0xFFFF;
  private static final int HALF = 16;

  private DayWindow() {}

  /** Whether a window can begin or end on {@code day}. */
  public static boolean holds(LocalDate day) {
    return day.toEpochDay() >= 0 && !day.isAfter(LAST);
  }

  /**
   * A window; throws {@link IllegalArgumentException} where a day cannot be held.
   *
   * @param last its last day; {@code null} where it has no end
   */
  public static int of(LocalDate first, @Nullable LocalDate last) {
    if (!holds(first) || (last != null && !holds(last))) {
      throw new IllegalArgumentException("no window from " + first + " to " + last);
    }
    int end = last == null ? OPEN : (int) last.toEpochDay();
    return (int) first.toEpochDay() << HALF | end;
  }

  /** Whether a window has {@code day} in it. */
  public static boolean covers(int window, LocalDate day) {
    long epochDay = day.toEpochDay();
    int end = window & OPEN;
    return epochDay >= window >>> HALF && (end == OPEN || epochDay <= end);
  }

  /** Whether two windows share a day. */
  public static boolean overlap(int one, int other) {
    return one >>> HALF <= (other & OPEN) && other >>> HALF <= (one & OPEN);
  }

  /** Its last day; {@code null} where it has no end. */
  public static @Nullable LocalDate last(int window) {
    int end = window & OPEN;
    return end == OPEN ? null : LocalDate.ofEpochDay(end);
  }

  /** Its first day. */
  public static LocalDate first(int window) {
    return LocalDate.ofEpochDay(window >>> HALF);
  }
}
