package org.preclaim.reference.coverage;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Codes as numbers, as many as come: an export has millions. */
final class KeyList {

  private static final int FIRST_CAPACITY = 16;

  private long[] keys;
  private int size;

  KeyList() {
    this.keys = new long[FIRST_CAPACITY];
  }

  private KeyList(long[] keys) {
    this.keys = keys;
    this.size = keys.length;
  }

  void add(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, Math.multiplyExact(size, 2));
    }
    keys[size++] = key;
  }

  /** Each of them once, in ascending order. */
  KeyList sorted() {
    return new KeyList(stream().sorted().distinct().toArray());
  }

  LongStream stream() {
    return Arrays.stream(keys, 0, size);
  }

  int size() {
    return size;
  }
}
