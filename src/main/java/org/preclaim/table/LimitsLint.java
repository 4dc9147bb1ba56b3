package org.preclaim.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds rows whose lower limit of a number, such as an age, is above the upper one. */
final class LimitsLint {

  private static final Pattern LIMIT =
      Pattern.compile("\\s*(\\w+)\\s*(>=?|<=?)\\s*\"?\\$param\"?\\s*");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}(?:\\.[0-9]{1,6})?");

  private final PolicyTable table;
  private final Report report;
  private final List<Pair> pairs = new ArrayList<>();

  /** A lower and an upper limit of one property; {@code closed} where both may be equal. */
  private record Pair(Column lower, Column upper, boolean closed) {}

  private record Limit(Column column, String property, String operator) {}

  LimitsLint(PolicyTable table, Report report) {
    this.table = table;
    this.report = report;
    List<Limit> limits = new ArrayList<>();
    for (Column column : table.columns()) {
      Matcher limit = LIMIT.matcher(column.snippet());
      if (column.type() == Column.Type.CONDITION && limit.matches()) {
        limits.add(new Limit(column, limit.group(1), limit.group(2)));
      }
    }
    for (Limit lower : limits) {
      limits.stream().filter(upper -> belong(lower, upper)).forEach(upper -> add(lower, upper));
    }
  }

  private static boolean belong(Limit lower, Limit upper) {
    return lower.operator().startsWith(">")
        && upper.operator().startsWith("<")
        && lower.property().equals(upper.property())
        && lower.column().patternStart() == upper.column().patternStart();
  }

  private void add(Limit lower, Limit upper) {
    boolean closed = lower.operator().equals(">=") && upper.operator().equals("<=");
    pairs.add(new Pair(lower.column(), upper.column(), closed));
  }

  void check(PolicyRow row) {
    for (Pair pair : pairs) {
      String lower = row.cell(pair.lower()).orElse("");
      String upper = row.cell(pair.upper()).orElse("");
      if (NUMBER.matcher(lower).matches() && NUMBER.matcher(upper).matches()) {
        int order = new BigDecimal(lower).compareTo(new BigDecimal(upper));
        if (order > 0 || (order == 0 && !pair.closed())) {
          report.cell(
              TableFault.LIMITS_REVERSED,
              table.sheet(),
              row.row(),
              pair.upper().index(),
              "nothing lies between `"
                  + lower
                  + "` in "
                  + row.address(pair.lower())
                  + " and `"
                  + upper
                  + "`; the policy would never hold",
              null);
        }
      }
    }
  }
}
