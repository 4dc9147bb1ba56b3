package org.preclaim.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.preclaim.analysis.SmallDomain.Condition;
import org.preclaim.table.PolicyRow;

/**
 * Says of small tables what {@link Analysis} should, by looking at every encounter there is.
 * Written from the description of the codes, not from the analysis.
 */
final class BruteForce<P> {

  private final SmallDomain<P> domain;
  private final Map<String, BitSet> byCell = new HashMap<>();

  BruteForce(SmallDomain<P> domain) {
    this.domain = domain;
  }

  /** Whether {@code row} accepts the encounter with this number. */
  boolean accepts(PolicyRow row, int point) {
    return accepted(row, true).get(point);
  }

  /** For instance {@code ANALYSIS-DUPLICATE T0-27 T0-26}. */
  Set<String> findings(List<PolicyRow> rows) {
    Set<String> findings = new TreeSet<>();
    for (PolicyRow row : rows) {
      if (accepted(row, true).isEmpty()) {
        findings.add("ANALYSIS-NEVER " + row.id());
      } else {
        repeated(row, rows, findings);
        contradicted(row, rows, findings);
      }
    }
    gaps(rows, findings);
    return findings;
  }

  private BitSet accepted(PolicyRow row, boolean dated) {
    BitSet all = new BitSet();
    all.set(0, domain.points().size());
    for (int index = 0; index < domain.columns().size(); index++) {
      Condition<P> column = domain.columns().get(index);
      String text = row.cells().get(index + 1);
      if (text != null && (dated || !column.snippet().startsWith("serviceDate"))) {
        all.and(byCell.computeIfAbsent(index + text, none -> accepted(column, text)));
      }
    }
    return all;
  }

  private BitSet accepted(Condition<P> column, String text) {
    BitSet accepted = new BitSet();
    for (int point = 0; point < domain.points().size(); point++) {
      accepted.set(point, column.accepts().test(domain.points().get(point), text));
    }
    return accepted;
  }

  private void repeated(PolicyRow row, List<PolicyRow> rows, Set<String> findings) {
    for (String code : List.of("DUPLICATE", "SUBSUMED", "SHADOWED")) {
      for (PolicyRow other : rows) {
        if (!other.equals(row) && code.equals(repetition(row, other))) {
          findings.add("ANALYSIS-" + code + " " + row.id() + " " + other.id());
          return;
        }
      }
      if (!code.equals("DUPLICATE") && isRepeatedBy(row, alike(row, rows, code))) {
        findings.add("ANALYSIS-" + code + " " + row.id() + " together");
        return;
      }
    }
  }

  /** The rows that state what {@code row} does, but not wherever it fires. */
  List<PolicyRow> alike(PolicyRow row, List<PolicyRow> rows, String code) {
    String severity = severity(row);
    return rows.stream()
        .filter(other -> !other.equals(row) && actions(row).equals(actions(other)))
        .filter(
            other ->
                severity.equals(severity(other))
                    || (code.equals("SHADOWED")
                        && !severity.isEmpty()
                        && !severity(other).isEmpty()))
        .filter(other -> !within(accepted(row, true), accepted(other, true)))
        .toList();
  }

  /** Whether wherever {@code row} fires one of {@code others} does. */
  boolean isRepeatedBy(PolicyRow row, List<PolicyRow> others) {
    BitSet all = new BitSet();
    others.forEach(other -> all.or(accepted(other, true)));
    return within(accepted(row, true), all);
  }

  private String repetition(PolicyRow row, PolicyRow other) {
    BitSet mine = accepted(row, true);
    BitSet others = accepted(other, true);
    if (others.isEmpty() || !within(mine, others) || !actions(row).equals(actions(other))) {
      return "";
    }
    String severity = severity(row);
    if (mine.equals(others)) {
      return other.row() < row.row() && severity.equals(severity(other)) ? "DUPLICATE" : "";
    }
    if (severity.equals(severity(other))) {
      return "SUBSUMED";
    }
    return severity.isEmpty() || severity(other).isEmpty() ? "" : "SHADOWED";
  }

  private static boolean within(BitSet inner, BitSet outer) {
    BitSet rest = (BitSet) inner.clone();
    rest.andNot(outer);
    return rest.isEmpty();
  }

  private void contradicted(PolicyRow row, List<PolicyRow> rows, Set<String> findings) {
    for (PolicyRow other : rows) {
      BitSet mine = accepted(row, true);
      BitSet others = accepted(other, true);
      boolean severities =
          mine.equals(others)
              && actions(row).equals(actions(other))
              && !severity(row).isEmpty()
              && !severity(other).isEmpty()
              && !severity(row).equals(severity(other));
      if (other.row() < row.row()
          && mine.intersects(others)
          && (severities || oppose(row, other) || oppose(other, row))) {
        findings.add("ANALYSIS-CONTRADICTION " + row.id() + " " + other.id());
      }
    }
  }

  private boolean oppose(PolicyRow row, PolicyRow other) {
    return switch (domain.name()) {
      case "lines" -> action(row, 1).equals("26") && action(other, 1).equals("TC");
      case "procedures" -> codesOppose(row, other);
      default -> false;
    };
  }

  private boolean codesOppose(PolicyRow row, PolicyRow other) {
    if (action(row, 0).equals(action(other, 0))) {
      return !action(row, 2).equals(action(other, 2));
    }
    List<String> instead = SmallDomains.items(action(row, 1));
    List<String> otherInstead = SmallDomains.items(action(other, 1));
    return instead.contains(action(other, 0)) || instead.stream().anyMatch(otherInstead::contains);
  }

  private String action(PolicyRow row, int number) {
    return Objects.requireNonNullElse(row.cells().get(1 + domain.columns().size() + number), "");
  }

  /** The first action of lines and pairs is the severity. */
  private String severity(PolicyRow row) {
    return domain.name().equals("procedures") ? "" : action(row, 0);
  }

  private List<String> actions(PolicyRow row) {
    List<String> actions = new ArrayList<>();
    for (int number = domain.name().equals("procedures") ? 0 : 1;
        number < domain.actions().size();
        number++) {
      actions.add(action(row, number));
    }
    return actions;
  }

  private List<Boolean> filled(PolicyRow row) {
    List<Boolean> filled = new ArrayList<>();
    for (int number = 0; number < domain.actions().size(); number++) {
      filled.add(!action(row, number).isEmpty());
    }
    return filled;
  }

  private void gaps(List<PolicyRow> rows, Set<String> findings) {
    List<PolicyRow> firing = rows.stream().filter(row -> !accepted(row, true).isEmpty()).toList();
    for (PolicyRow row : firing) {
      List<PolicyRow> group =
          firing.stream()
              .filter(other -> accepted(other, false).equals(accepted(row, false)))
              .filter(other -> filled(other).equals(filled(row)))
              .toList();
      if (group.get(0).equals(row)) {
        gapsOf(group, findings);
      }
    }
  }

  private void gapsOf(List<PolicyRow> group, Set<String> findings) {
    List<LocalDate> days = SmallDomains.DAYS;
    PolicyRow before = null;
    boolean open = false;
    for (LocalDate day : days) {
      List<PolicyRow> covering = group.stream().filter(row -> covers(row, day)).toList();
      if (covering.isEmpty()) {
        open = before != null;
        continue;
      }
      if (open && before != null) {
        findings.add("ANALYSIS-GAP " + covering.get(0).id() + " " + before.id());
        open = false;
      }
      before = covering.get(covering.size() - 1);
    }
  }

  private boolean covers(PolicyRow row, LocalDate day) {
    for (int index = 0; index < domain.columns().size(); index++) {
      String snippet = domain.columns().get(index).snippet();
      String text = row.cells().get(index + 1);
      if (text != null && snippet.startsWith("serviceDate")) {
        boolean until = snippet.contains("<");
        if (until != day.isBefore(LocalDate.parse(text))) {
          return false;
        }
      }
    }
    return true;
  }
}
