package org.preclaim.handwritten;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sides of the body. */
enum Sides {
  NONE,
  LEFT,
  RIGHT,
  BOTH;

  static Sides of(List<String> modifiers) {
    Sides stated = NONE;
    for (String modifier : modifiers) {
      switch (modifier) {
        case "LT" -> stated = stated.and(LEFT);
        case "RT" -> stated = stated.and(RIGHT);
        case "50" -> stated = BOTH;
        default -> {
          // The others name no side.
        }
      }
    }
    return stated;
  }

  static Sides ofWord(@Nullable String laterality) {
    if (laterality == null) {
      return NONE;
    }
    return switch (laterality) {
      case "left" -> LEFT;
      case "right" -> RIGHT;
      case "bilateral" -> BOTH;
      default -> NONE;
    };
  }

  int count() {
    return switch (this) {
      case NONE -> 0;
      case LEFT, RIGHT -> 1;
      case BOTH -> 2;
    };
  }

  /** This side and the other one. */
  Sides and(Sides other) {
    return this == other || other == NONE ? this : this == NONE ? other : BOTH;
  }

  boolean meets(Sides other) {
    return !((this == LEFT && other == RIGHT) || (this == RIGHT && other == LEFT));
  }

  List<String> modifiers() {
    return switch (this) {
      case NONE -> List.of();
      case LEFT -> List.of("LT");
      case RIGHT -> List.of("RT");
      case BOTH -> List.of("50");
    };
  }

  /** These modifiers with this side in place of any other. */
  List<String> in(List<String> modifiers) {
    List<String> result = new ArrayList<>(modifiers);
    result.removeIf(each -> each.equals("50") || each.equals("LT") || each.equals("RT"));
    result.addAll(modifiers());
    return result;
  }
}
