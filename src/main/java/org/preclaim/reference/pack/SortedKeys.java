package org.preclaim.reference.pack;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;

/** A section of numbers in ascending order, searched where it lies. */
public final class SortedKeys {

  private final LongBuffer keys;

  /** The keys of a section that was written from sorted {@code long} values. */
  public SortedKeys(ByteBuffer section) {
    this.keys = section.asLongBuffer();
  }

  /** How many there are. */
  public int size() {
    return keys.limit();
  }

  /** The key at a place. */
  public long get(int at) {
    return keys.get(at);
  }

  /** The first place whose key is not less than {@code key}; {@link #size()} where all are. */
  public int first(long key) {
    int low = 0;
    int high = keys.limit();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys.get(middle) < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first place of {@code key}; negative where it does not occur. */
  public int find(long key) {
    int at = first(key);
    return has(at, key) ? at : -1;
  }

  /** Whether {@code key} stands at a place, which may be behind the last one. */
  public boolean has(int at, long key) {
    return at < keys.limit() && keys.get(at) == key;
  }
}
