package org.preclaim.engine.language;

import java.util.Arrays;
import java.util.List;

/** Lists as they stand in one cell. */
final class Lists {

  private Lists() {}

  /** The non-blank items of a comma-separated list, stripped. */
  static List<String> split(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }
}
