package org.preclaim.replay;

import java.util.ArrayList;
import java.util.List;

/** What differs between two decisions besides their findings. */
final class Differences {

  private final List<Report.Difference> all = new ArrayList<>();

  /** Adds {@code what}, unless it is the same. */
  void compare(String what, String before, String after) {
    if (!before.equals(after)) {
      all.add(new Report.Difference(what, null, before, after));
    }
  }

  List<Report.Difference> all() {
    return List.copyOf(all);
  }
}
