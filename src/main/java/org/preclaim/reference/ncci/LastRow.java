package org.preclaim.reference.ncci;

import static org.preclaim.reference.source.ReferenceProblemCode.CUT_OFF;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.SourceRow;

/**
 * The last row of a text that does not end its last line. Official files do, so more may be missing
 * than that: the row is believed only where it has all its fields and ends as an earlier row did.
 */
final class LastRow {

  private final Set<String> endings = new HashSet<>(Set.of(""));
  private @Nullable SourceRow last;

  /** Takes in the next row. */
  void see(SourceRow row) {
    if (last != null) {
      endings.add(ending(last));
    }
    last = row;
  }

  private static String ending(SourceRow row) {
    return row.field(row.size() - 1);
  }

  /** Reports the last row where it is cut off; {@code fields} is how many it should have. */
  void requireWhole(int fields, ImportLog log) {
    if (last != null && (last.size() < fields || !endings.contains(ending(last)))) {
      report(last, log);
    }
  }

  static void report(SourceRow row, ImportLog log) {
    log.problem(
        row.place(Math.max(row.size() - 1, 0)),
        CUT_OFF,
        "the file ends within this row",
        "fetch the file again");
  }
}
