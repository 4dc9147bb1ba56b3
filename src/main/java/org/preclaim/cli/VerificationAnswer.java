package org.preclaim.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.engine.VerificationReport;
import org.preclaim.engine.VerificationReport.FamilySummary;
import org.preclaim.problem.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A verification report as text or JSON. */
final class VerificationAnswer {

  private static final JsonMapper JSON = JsonMapper.shared();

  private VerificationAnswer() {}

  /** The problems, one after the other, then a table of the families and a last line. */
  static String text(VerificationReport report) {
    StringBuilder text = new StringBuilder();
    report.problems().forEach(problem -> text.append(problem).append('\n'));
    if (!report.families().isEmpty()) {
      text.append(report.problems().isEmpty() ? "" : "\n");
      appendFamilies(text, report.families());
    }
    return text.append(verdict(report)).append('\n').toString();
  }

  private static void appendFamilies(StringBuilder text, List<FamilySummary> families) {
    text.append(row("family", "rows", "rules", "scenarios", "rows found by"));
    for (FamilySummary family : families) {
      String keys = String.join(", ", family.keyColumns());
      int unkeyed = family.unkeyedRows().size();
      String without = unkeyed == 0 ? "" : " (" + unkeyed + " without a key)";
      text.append(
          row(
              family.family(),
              Integer.toString(family.rows()),
              Integer.toString(family.rules()),
              Integer.toString(family.scenarios()),
              keys + without));
    }
    text.append('\n');
  }

  private static String row(String family, String rows, String rules, String runs, String keys) {
    return String.format(Locale.ROOT, "%-28s %6s %6s %10s  %s", family, rows, rules, runs, keys)
            .stripTrailing()
        + "\n";
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

  /** The same on one line. */
  static String json(VerificationReport report) {
    ObjectNode root = JSON.createObjectNode();
    ReleaseRef release = report.release();
    if (release != null) {
      root.put("release", release.id());
    }
    ArrayNode families = root.putArray("families");
    for (FamilySummary family : report.families()) {
      ObjectNode node = families.addObject();
      node.put("family", family.family());
      node.put("rows", family.rows());
      node.put("rules", family.rules());
      node.put("scenarios", family.scenarios());
      family.keyColumns().forEach(node.putArray("keyColumns")::add);
      family.unkeyedRows().forEach(node.putArray("unkeyedRows")::add);
    }
    ArrayNode problems = root.putArray("problems");
    report.problems().forEach(problem -> add(problems.addObject(), problem));
    return JSON.writeValueAsString(root) + "\n";
  }

  private static void add(ObjectNode node, Problem problem) {
    node.put("place", problem.place().toString());
    node.put("code", problem.code());
    node.put("detail", problem.message());
    @Nullable String help = problem.help();
    if (help != null) {
      node.put("help", help);
    }
  }
}
