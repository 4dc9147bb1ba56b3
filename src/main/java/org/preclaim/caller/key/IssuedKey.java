package org.preclaim.caller.key;

/**
 * A key that was made just now.
 *
 * @param key what is kept of it
 * @param text the key itself, which nobody can be told a second time
 */
public record IssuedKey(ApiKey key, String text) {

  /** Never the key itself: a record would print it. */
  @Override
  public String toString() {
    return key.toString();
  }
}
