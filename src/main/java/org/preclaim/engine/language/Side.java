package org.preclaim.engine.language;

import java.util.Collection;
import java.util.List;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.ServiceLine;

/** The side of the body that a line or a procedure states. */
enum Side {
  NONE("", 0, ""),
  LEFT("left", 1, "LT"),
  RIGHT("right", 1, "RT"),
  BOTH("bilateral", 2, "50");

  private final String word;
  private final int count;
  private final String modifier;

  Side(String word, int count, String modifier) {
    this.word = word;
    this.count = count;
    this.modifier = modifier;
  }

  /** The side that 50, LT and RT state; LT with RT is both. */
  static Side ofModifiers(Collection<String> modifiers) {
    boolean left = modifiers.contains("LT");
    boolean right = modifiers.contains("RT");
    if (modifiers.contains("50") || (left && right)) {
      return BOTH;
    }
    return left ? LEFT : right ? RIGHT : NONE;
  }

  /** The side that the line's modifiers state. */
  static Side ofLine(ServiceLine line) {
    return ofModifiers(line.modifiers().stream().map(Modifier::value).toList());
  }

  /** The side of a vocabulary word; {@link #NONE} for any other. */
  static Side ofWord(String word) {
    for (Side side : values()) {
      if (side.word.equals(word)) {
        return side;
      }
    }
    return NONE;
  }

  /** Whether both can be the same place: only left and right exclude each other. */
  boolean meets(Side other) {
    return !((this == LEFT && other == RIGHT) || (this == RIGHT && other == LEFT));
  }

  /** Whether this is part of what {@code other} says, and says less. */
  boolean lessThan(Side other) {
    return count < other.count;
  }

  String word() {
    return word;
  }

  int count() {
    return count;
  }

  /** The modifiers that state this side on one line: one, or none. */
  List<String> modifiers() {
    return modifier.isEmpty() ? List.of() : List.of(modifier);
  }
}
