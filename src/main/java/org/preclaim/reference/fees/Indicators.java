package org.preclaim.reference.fees;

import java.util.List;
import org.preclaim.reference.FeeScheduleEntry;

/** The payment policy indicators of one entry as one {@code int}: four bits each, status five. */
final class Indicators {

  static final List<String> GLOBAL_DAYS = List.of("000", "010", "090", "MMM", "XXX", "YYY", "ZZZ");

  private static final int NIBBLE = 4;
  private static final int NIBBLE_MASK = 0xF;
  private static final int GLOBAL_BITS = 3;
  private static final int GLOBAL_MASK = 0x7;

  private Indicators() {}

  static int of(FeeScheduleEntry entry) {
    int bits = entry.status().charAt(0) - 'A';
    bits = bits << GLOBAL_BITS | GLOBAL_DAYS.indexOf(entry.globalDays());
    bits = bits << NIBBLE | entry.pcTc();
    bits = bits << NIBBLE | entry.multiple();
    bits = bits << NIBBLE | entry.bilateral();
    bits = bits << NIBBLE | entry.assistant();
    bits = bits << NIBBLE | entry.coSurgeon();
    return bits << NIBBLE | entry.team();
  }

  static FeeScheduleEntry entry(String code, String modifier, int bits) {
    int letter = bits >>> (6 * NIBBLE + GLOBAL_BITS);
    int global = bits >>> (6 * NIBBLE) & GLOBAL_MASK;
    return new FeeScheduleEntry(
        code,
        modifier,
        Character.toString('A' + letter),
        nibble(bits, 5),
        GLOBAL_DAYS.get(global),
        nibble(bits, 4),
        nibble(bits, 3),
        nibble(bits, 2),
        nibble(bits, 1),
        nibble(bits, 0));
  }

  private static int nibble(int bits, int number) {
    return bits >>> (number * NIBBLE) & NIBBLE_MASK;
  }
}
