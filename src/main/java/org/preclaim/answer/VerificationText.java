package org.preclaim.answer;

import java.util.List;
import java.util.Locale;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.engine.VerificationReport;
import org.preclaim.engine.VerificationReport.FamilySummary;
import org.preclaim.engine.VerificationReport.TableSummary;
import org.preclaim.release.NotChecked;

/** A verification as text for people. */
public final class VerificationText {

  private static final String WITHOUT_KEY =
      ": warning: the row names no code or kind, so it is looked at for every encounter";

  private VerificationText() {}

  /**
   * The problems, one after the other, then families and tables, what was not checked, and a last
   * line.
   */
  public static String text(VerificationReport report) {
    StringBuilder text = new StringBuilder();
    report.problems().forEach(problem -> text.append(problem).append('\n'));
    if (!report.families().isEmpty()) {
      text.append(report.problems().isEmpty() ? "" : "\n");
      appendFamilies(text, report.families());
      appendTables(text, report.families());
    }
    report.notChecked().forEach(each -> text.append(notChecked(each)));
    text.append(report.notChecked().isEmpty() ? "" : "\n");
    return text.append(verdict(report)).append('\n').toString();
  }

  private static void appendFamilies(StringBuilder text, List<FamilySummary> families) {
    text.append(line("%-28s %6s %6s %10s", "family", "rows", "rules", "scenarios"));
    for (FamilySummary family : families) {
      text.append(
          line(
              "%-28s %6s %6s %10s",
              family.family(), family.rows(), family.rules(), family.scenarios()));
    }
    text.append('\n');
  }

  private static void appendTables(StringBuilder text, List<FamilySummary> families) {
    String layout = "%-58s %6s %6s  %s";
    text.append(line(layout, "table", "rows", "shapes", "rows found by"));
    StringBuilder warnings = new StringBuilder();
    for (FamilySummary family : families) {
      for (TableSummary table : family.tables()) {
        String key = table.key().isEmpty() ? "-" : table.key();
        text.append(line(layout, table.place(), table.rows(), table.shapes(), key));
        table.withoutKey().forEach(row -> warnings.append(row).append(WITHOUT_KEY).append('\n'));
      }
    }
    text.append('\n').append(warnings).append(warnings.isEmpty() ? "" : "\n");
  }

  private static String notChecked(NotChecked notChecked) {
    return line("NOT CHECKED %-16s %s", notChecked.check(), notChecked.detail());
  }

  private static String line(String layout, Object... cells) {
    return String.format(Locale.ROOT, layout, cells).stripTrailing() + "\n";
  }

  private static String verdict(VerificationReport report) {
    ReleaseRef release = report.release();
    String name = release == null ? "" : " " + release.id();
    int count = report.problems().size();
    return switch (count) {
      case 0 -> "verified" + name;
      case 1 -> "1 problem" + name;
      default -> count + " problems" + name;
    };
  }
}
