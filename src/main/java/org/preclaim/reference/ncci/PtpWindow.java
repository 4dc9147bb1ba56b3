package org.preclaim.reference.ncci;

import org.preclaim.reference.pack.DateKey;

/**
 * What a procedure pair is from one day to another, in one whole number: first day, last day (both
 * {@link DateKey}s, both included), modifier indicator, rationale. Sorts by the first day.
 */
final class PtpWindow {

  private static final int RATIONALE_BITS = 8;
  private static final int INDICATOR_BITS = 4;
  private static final int DELETION_SHIFT = RATIONALE_BITS + INDICATOR_BITS;
  private static final int EFFECTIVE_SHIFT = DELETION_SHIFT + DateKey.BITS;

  private PtpWindow() {}

  static long of(int effective, int deletion, int indicator, int rationale) {
    return (long) effective << EFFECTIVE_SHIFT
        | (long) deletion << DELETION_SHIFT
        | (long) indicator << RATIONALE_BITS
        | rationale;
  }

  static int effective(long window) {
    return (int) (window >>> EFFECTIVE_SHIFT);
  }

  static int deletion(long window) {
    return (int) (window >>> DELETION_SHIFT) & DateKey.OPEN;
  }

  static int indicator(long window) {
    return (int) (window >>> RATIONALE_BITS) & (1 << INDICATOR_BITS) - 1;
  }

  static int rationale(long window) {
    return (int) window & (1 << RATIONALE_BITS) - 1;
  }

  /** The same window, which ends with {@code deletion}. */
  static long until(long window, int deletion) {
    return of(effective(window), deletion, indicator(window), rationale(window));
  }
}
