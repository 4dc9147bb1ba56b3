package org.preclaim.reference.coverage;

import java.util.Arrays;

/** Codes as numbers, as many as come: an export has millions. */
final class KeyList {

  private static final int FIRST_CAPACITY = 16;

  private long[] keys = new long[FIRST_CAPACITY];
  private int size;

  void add(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, Math.multiplyExact(size, 2));
    }
    keys[size++] = key;
  }

  /** Each of them once, in ascending order. */
  long[] sorted() {
    return Arrays.stream(keys, 0, size).sorted().distinct().toArray();
  }
}
