package org.preclaim.reference.pack;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The procedure codes of a table and their places in it. A section holds them sorted; opened, they
 * stand in a hash table, which answers in a few nanoseconds.
 */
public final class CodeIndex {

  /** The code is not there. */
  public static final int ABSENT = -1;

  /** A multiplier that spreads neighbouring codes: 2^32 divided by the golden ratio. */
  private static final int SPREAD = 0x9E3779B9;

  private final int[] codes;
  private final int[] slots;
  private final int shift;

  private CodeIndex(int[] codes) {
    this.codes = codes;
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(codes.length) + 1;
    this.slots = new int[1 << bits];
    this.shift = Integer.SIZE - bits;
    Arrays.fill(slots, ABSENT);
    for (int place = 0; place < codes.length; place++) {
      int slot = (codes[place] * SPREAD) >>> shift;
      while (slots[slot] != ABSENT) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = place;
    }
  }

  /** The index of codes that are sorted, each once. */
  public static CodeIndex of(int[] sortedCodes) {
    return new CodeIndex(sortedCodes.clone());
  }

  /** The index of a section that holds sorted codes. */
  public static CodeIndex in(ByteBuffer section) {
    int[] codes = new int[section.remaining() / Integer.BYTES];
    section.asIntBuffer().get(codes);
    return new CodeIndex(codes);
  }

  /** How many codes there are. */
  public int size() {
    return codes.length;
  }

  /** The code at a place, as a {@link CodeKey}. */
  public int codeAt(int place) {
    return codes[place];
  }

  /** The place of {@code code} among the sorted codes, or {@link #ABSENT}. */
  public int find(CharSequence code) {
    return find(CodeKey.of(code));
  }

  /** The same for a {@link CodeKey}. */
  public int find(int key) {
    int slot = (key * SPREAD) >>> shift;
    int place = slots[slot];
    while (place != ABSENT && codes[place] != key) {
      slot = (slot + 1) & (slots.length - 1);
      place = slots[slot];
    }
    return place;
  }
}
