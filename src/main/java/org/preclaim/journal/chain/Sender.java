package org.preclaim.journal.chain;

import org.jspecify.annotations.Nullable;

/**
 * Who sent what an entry records, and through which door it came. An entry holds both as one text,
 * {@code http:billing}: the door, which has no colon, and behind one the name. Of the one user of a
 * machine, whom nobody named, it holds the door alone; so do entries from when there was nobody
 * else.
 *
 * @param door for instance {@code http}
 * @param name what the caller is called; absent for the one user of the machine
 */
public record Sender(String door, @Nullable String name) {

  /** What the one user of a machine is called where a name is asked for. */
  private static final String LOCAL = "local";

  private static final char COLON = ':';

  /** The sender whom {@link #text} wrote. */
  static Sender of(String text) {
    int colon = text.indexOf(COLON);
    return colon < 0
        ? new Sender(text, null)
        : new Sender(text.substring(0, colon), text.substring(colon + 1));
  }

  /** Both as one text. */
  public String text() {
    return name == null ? door : door + COLON + name;
  }

  /** What the caller is called, the one user of the machine too. */
  public String caller() {
    return name == null ? LOCAL : name;
  }
}
