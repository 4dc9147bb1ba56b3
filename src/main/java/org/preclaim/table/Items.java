package org.preclaim.table;

import java.util.Arrays;
import java.util.List;

/** Lists as people write them into one cell. */
final class Items {

  private Items() {}

  /** The non-blank items between commas, semicolons and line breaks. */
  static List<String> of(String text) {
    return split(text, "[,;\\r\\n]");
  }

  /** The non-blank items between semicolons and line breaks, which may hold commas themselves. */
  static List<String> ofPhrases(String text) {
    return split(text, "[;\\r\\n]");
  }

  /** What stands between commas, blank items included: lint asks what they are for. */
  static List<String> withGaps(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  private static List<String> split(String text, String separators) {
    return Arrays.stream(text.split(separators))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }
}
