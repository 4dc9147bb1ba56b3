package org.preclaim.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Money;
import org.preclaim.replay.Report.Difference;
import org.preclaim.replay.Report.Entries;
import org.preclaim.replay.Report.Example;
import org.preclaim.replay.Report.Field;
import org.preclaim.replay.Report.Fields;
import org.preclaim.replay.Report.Findings;
import org.preclaim.replay.Report.PolicyChange;

/** A report in words and columns, for people. */
public final class ReportText {

  private static final int POLICIES_MAX = 40;
  private static final int NAME_WIDTH = 36;

  private final Report report;
  private final StringBuilder page = new StringBuilder();

  private ReportText(Report report) {
    this.report = report;
  }

  /** The report, with a line feed at its end. */
  public static String of(Report report) {
    ReportText text = new ReportText(report);
    text.head();
    text.entries();
    text.findings();
    text.policies();
    text.examples();
    return text.page.toString();
  }

  private void head() {
    String against = report.against();
    if (against == null) {
      boolean recorded = report.under().equals(Report.RECORDED);
      line("replay under " + (recorded ? "the release of the day" : report.under()));
    } else {
      line("effect of " + report.under());
      line("against   " + against);
    }
    Long seed = report.seed();
    if (report.upTo() > 0) {
      line("entries up to " + report.upTo() + (seed == null ? "" : ", sample with seed " + seed));
    }
    if (!report.complete()) {
      line("not complete: it was cancelled");
    }
  }

  private void entries() {
    Entries entries = report.entries();
    boolean effect = report.against() != null;
    line("");
    count(effect ? "encounters" : "entries chosen", entries.chosen());
    count("  same", entries.same());
    count("  changed", entries.changed());
    if (!effect) {
      count("  drift", entries.drift());
    }
    count("  erased", entries.erased());
    count(effect ? "  not compared" : "  not decided", entries.notDecided());
    report.notDecided().forEach((reason, count) -> line("    " + count + " × " + reason));
  }

  private void findings() {
    Findings findings = report.findings();
    line("");
    count("findings before", findings.before());
    count("  same", findings.same());
    count("  changed", findings.changed());
    count("  gone", findings.gone());
    count("  added", findings.added());
    count("findings after", findings.after());
    line("");
    count("charge at risk before", report.chargeBefore());
    count("charge at risk after", report.chargeAfter());
    count("  difference", difference(report.chargeBefore(), report.chargeAfter()));
  }

  private void policies() {
    List<PolicyChange> differing =
        report.policies().stream()
            .filter(PolicyChange::differs)
            .sorted(
                Comparator.comparingLong(
                        (PolicyChange each) -> -(each.changed() + each.added() + each.gone()))
                    .thenComparing(PolicyChange::policy))
            .toList();
    if (differing.isEmpty()) {
      return;
    }
    line("");
    columns("policy", "same", "changed", "added", "gone", "charge");
    List<PolicyChange> shown = differing.subList(0, Math.min(POLICIES_MAX, differing.size()));
    shown.forEach(this::policy);
    List<PolicyChange> others = new ArrayList<>(report.policies());
    others.removeAll(shown);
    if (!others.isEmpty()) {
      policy(Report.sum(others.size() + " more policies", others));
    }
    policy(report.total());
  }

  /** A line that several policies name counts for each of them. */
  private void policy(PolicyChange row) {
    columns(
        row.policy(),
        row.same(),
        row.changed(),
        row.added(),
        row.gone(),
        difference(row.chargeBefore(), row.chargeAfter()));
  }

  private void examples() {
    for (Example example : report.examples()) {
      line("");
      String decision = example.decision();
      line(
          decision == null
              ? "encounter " + example.entry() + ", " + example.encounter()
              : "entry " + example.entry() + ", decision " + decision);
      for (Difference difference : example.differences()) {
        Fields fields = difference.fields();
        if (fields == null) {
          DifferenceText.lines(difference).forEach(told -> line("  " + told));
        } else {
          line("  " + difference.what());
          fields(fields);
        }
      }
    }
  }

  private void fields(Fields fields) {
    for (Field field : fields.first()) {
      line("    " + field.at());
      sides("      ", field.before(), field.after());
    }
    if (fields.others() > 0) {
      line("    and " + fields.others() + " more fields");
    }
  }

  private void sides(String indent, @Nullable String before, @Nullable String after) {
    if (before != null) {
      line(indent + "- " + before);
    }
    if (after != null) {
      line(indent + "+ " + after);
    }
  }

  private static String difference(Money before, Money after) {
    BigDecimal difference = after.amount().subtract(before.amount());
    return (difference.signum() > 0 ? "+" : "") + difference.toPlainString();
  }

  private void count(String name, Object count) {
    line(String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s%14s", name, count));
  }

  private void columns(Object... cells) {
    line(String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s%10s%10s%10s%10s%14s", cells));
  }

  /** Control characters of what was recorded must not move a terminal's cursor. */
  private void line(String text) {
    text.codePoints()
        .forEach(each -> page.appendCodePoint(Character.isISOControl(each) ? '?' : each));
    page.append('\n');
  }
}
