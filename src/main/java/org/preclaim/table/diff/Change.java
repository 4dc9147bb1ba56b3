package org.preclaim.table.diff;

import java.util.Locale;

/** What became of something that has a name. */
public enum Change {
  ADDED,
  REMOVED,
  CHANGED;

  /** The word in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
