package org.preclaim.reference.codes;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.AgeEdits.Ages;

/**
 * The age groups of the Medicare Code Editor. The files name a group; which ages it has stands in
 * the editor's manual and changes with it.
 */
enum AgeGroup {
  NEWBORN(1, 0, 0),
  PEDIATRIC(2, 0, 17),
  MATERNITY(3, 9, 64),
  ADULT(4, 15, 124);

  /** Until the day before, maternity was from 12 to 55. */
  private static final LocalDate WIDER_MATERNITY = LocalDate.of(2019, 10, 1);

  private static final int MATERNITY_FROM_BEFORE = 12;
  private static final int MATERNITY_TO_BEFORE = 55;

  private final int mark;
  private final int from;
  private final int to;

  AgeGroup(int mark, int from, int to) {
    this.mark = mark;
    this.from = from;
    this.to = to;
  }

  /** What a table holds for it. */
  byte mark() {
    return (byte) mark;
  }

  /** The group that a table holds {@code mark} for. */
  static AgeGroup marked(byte mark) {
    return Arrays.stream(values()).filter(group -> group.mark == mark).findFirst().orElseThrow();
  }

  /** What the files call it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The group that the files call {@code word}; {@code null} where it is none. */
  static @Nullable AgeGroup named(String word) {
    return Arrays.stream(values())
        .filter(group -> group.word().equals(word))
        .findFirst()
        .orElse(null);
  }

  /** Its ages on a day. */
  Ages on(LocalDate date) {
    boolean before = this == MATERNITY && date.isBefore(WIDER_MATERNITY);
    return before
        ? new Ages(word(), MATERNITY_FROM_BEFORE, MATERNITY_TO_BEFORE)
        : new Ages(word(), from, to);
  }
}
