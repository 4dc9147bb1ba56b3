package org.preclaim.exercise;

/**
 * A part of a number of things.
 *
 * @param part how many of them
 * @param whole how many there are
 */
public record Share(int part, int whole) {

  /** Nothing of nothing. */
  public static final Share NONE = new Share(0, 0);

  private static final int ALL_PERCENT = 100;

  Share plus(Share other) {
    return new Share(part + other.part, whole + other.whole);
  }

  /** Whole percent, rounded down so that only all of them are 100; nothing of nothing is all. */
  public int percent() {
    return whole == 0 ? ALL_PERCENT : (int) ((long) part * ALL_PERCENT / whole);
  }
}
