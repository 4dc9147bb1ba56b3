package org.preclaim.table;

import java.util.ArrayList;
import java.util.List;

/** Blanks and line breaks around a cell's text, which nobody can see, in words. */
final class StrayBlanks {

  private StrayBlanks() {}

  /** What stands where around the text of {@code raw}; empty where nothing does. */
  static String around(String raw) {
    String before = named(raw.substring(0, raw.length() - raw.stripLeading().length()));
    String after = named(raw.substring(raw.stripTrailing().length()));
    List<String> found = new ArrayList<>();
    if (!before.isEmpty()) {
      found.add(before + " before it");
    }
    if (!after.isEmpty()) {
      found.add(after + " after it");
    }
    return String.join(" and ", found);
  }

  private static String named(String blanks) {
    // A line break of one kind of system takes two characters.
    String counted = blanks.replace("\r\n", "\n").replace('\r', '\n');
    long breaks = counted.chars().filter(each -> each == '\n').count();
    List<String> found = new ArrayList<>();
    add(found, counted.length() - breaks, "blank");
    add(found, breaks, "line break");
    return String.join(" and ", found);
  }

  private static void add(List<String> found, long count, String what) {
    if (count > 0) {
      found.add(count == 1 ? "a " + what : count + " " + what + "s");
    }
  }
}
