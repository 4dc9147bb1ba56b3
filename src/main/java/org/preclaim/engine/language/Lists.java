package org.preclaim.engine.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Lists as they stand in one cell. */
final class Lists {

  private Lists() {}

  /** The non-blank items of a comma-separated list, stripped. */
  static List<String> split(String text) {
    List<String> items = new ArrayList<>();
    forEach(text, items::add);
    return List.copyOf(items);
  }

  /** Gives these items to {@code items}, in their order. */
  static void forEach(String text, Consumer<String> items) {
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String item = text.substring(start, end).strip();
      if (!item.isEmpty()) {
        items.accept(item);
      }
      start = end + 1;
    }
  }
}
