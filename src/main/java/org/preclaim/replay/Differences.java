package org.preclaim.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** What differs between two decisions besides their findings. */
final class Differences {

  /** Names the whole decision, where nothing smaller tells what differs in it. */
  static final String SAID = "said";

  /** Names the trace of a decision. */
  static final String TRACE = "trace";

  private final List<Report.Difference> all = new ArrayList<>();

  /** Adds {@code what}, unless it is the same. */
  void compare(String what, String before, String after) {
    if (!before.equals(after)) {
      all.add(new Report.Difference(what, null, before, after));
    }
  }

  /** Adds the check of each family that is not the same, or on one side only. */
  void compareChecks(SortedMap<String, String> before, SortedMap<String, String> after) {
    SortedSet<String> families = new TreeSet<>(before.keySet());
    families.addAll(after.keySet());
    for (String family : families) {
      String old = before.get(family);
      String now = after.get(family);
      if (!Objects.equals(old, now)) {
        all.add(new Report.Difference("check", null, old, now));
      }
    }
  }

  List<Report.Difference> all() {
    return List.copyOf(all);
  }
}
