package org.preclaim.answer;

import java.util.List;
import org.preclaim.answer.DecisionTally.PolicyCount;

/** The end of a text report: counts in a column, aligned to the right. */
final class SummaryText {

  private static final int NAME_WIDTH = 30;
  private static final int COUNT_WIDTH = 14;

  private SummaryText() {}

  static String of(DecisionTally tally, DecisionText.Colour colour) {
    TextPage page = new TextPage(colour);
    page.line(Tone.HEADING, "Summary");
    count(page, 2, "encounters decided", tally.encounters());
    tally.outcomes().forEach((outcome, count) -> count(page, 4, outcome.word(), count));
    count(page, 2, "not readable", tally.refused());
    count(page, 2, "charge at risk", tally.chargeAtRisk());
    List<PolicyCount> policies = tally.mostFrequentPolicies();
    if (!policies.isEmpty()) {
      page.line(Tone.PLAIN, "  most findings by policy");
      policies.forEach(policy -> count(page, 4, policy.id(), policy.findings()));
    }
    return page.toString();
  }

  private static void count(TextPage page, int indent, String name, Object count) {
    String number = count.toString();
    int filled = NAME_WIDTH + COUNT_WIDTH - indent - number.length();
    String padding = " ".repeat(Math.max(1, filled - name.length()));
    page.line(Tone.PLAIN, " ".repeat(indent) + name + padding + number);
  }
}
