package org.preclaim.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds rows of one policy that are in effect on the same day. A policy that changes gets a row
 * with the year behind its id, {@code DOC-50431-2027} after {@code DOC-50431}; where the old row
 * was not ended, both decide.
 */
final class OverlapLint {

  private static final Pattern SUCCESSOR = Pattern.compile("(.+)-(?:19|20)[0-9]{2}");

  private final PolicyTable table;
  private final Report report;
  private final RowDates dates;

  OverlapLint(PolicyTable table, Report report) {
    this.table = table;
    this.report = report;
    this.dates = RowDates.of(table);
  }

  void check() {
    Map<String, List<PolicyRow>> before = new HashMap<>();
    for (PolicyRow row : table.rows()) {
      List<PolicyRow> versions =
          before.computeIfAbsent(policyOf(row.id()), id -> new ArrayList<>());
      if (!row.id().isEmpty()) {
        check(row, versions);
        versions.add(row);
      }
    }
  }

  /** The id that the versions of a policy share. */
  private static String policyOf(String id) {
    Matcher successor = SUCCESSOR.matcher(id);
    return successor.matches() && PolicyId.isWellFormed(successor.group(1))
        ? successor.group(1)
        : id;
  }

  private void check(PolicyRow row, List<PolicyRow> versions) {
    EffectiveDates held = dates.of(row).orElse(null);
    for (PolicyRow version : versions) {
      EffectiveDates other = dates.of(version).orElse(null);
      if (held != null && other != null && held.overlap(other)) {
        Column from = dates.from();
        report.cell(
            TableFault.OVERLAP,
            table.sheet(),
            row.row(),
            from == null ? row.idColumn() : from.index(),
            "`" + row.id() + "` is in effect on days on which " + name(row, version) + " is",
            "end the earlier row on the day on which the later one begins");
        return;
      }
    }
  }

  private static String name(PolicyRow row, PolicyRow version) {
    return row.id().equals(version.id())
        ? "its row at " + version.place()
        : "`" + version.id() + "` at " + version.place();
  }
}
