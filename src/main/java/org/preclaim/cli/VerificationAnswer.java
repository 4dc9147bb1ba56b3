package org.preclaim.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.engine.VerificationReport;
import org.preclaim.engine.VerificationReport.FamilySummary;
import org.preclaim.engine.VerificationReport.TableSummary;
import org.preclaim.problem.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A verification report as text or JSON. */
final class VerificationAnswer {

  private static final String WITHOUT_KEY =
      ": warning: the row names no code or kind, so it is looked at for every encounter";

  private static final JsonMapper JSON = JsonMapper.shared();

  private VerificationAnswer() {}

  /** The problems, one after the other, then families and tables, and a last line. */
  static String text(VerificationReport report) {
    StringBuilder text = new StringBuilder();
    report.problems().forEach(problem -> text.append(problem).append('\n'));
    if (!report.families().isEmpty()) {
      text.append(report.problems().isEmpty() ? "" : "\n");
      appendFamilies(text, report.families());
      appendTables(text, report.families());
    }
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
      ArrayNode tables = node.putArray("tables");
      family.tables().forEach(table -> add(tables.addObject(), table));
    }
    ArrayNode problems = root.putArray("problems");
    report.problems().forEach(problem -> add(problems.addObject(), problem));
    return JSON.writeValueAsString(root) + "\n";
  }

  private static void add(ObjectNode node, TableSummary table) {
    node.put("place", table.place().toString());
    node.put("name", table.name());
    node.put("rows", table.rows());
    node.put("shapes", table.shapes());
    node.put("key", table.key());
    ArrayNode withoutKey = node.putArray("withoutKey");
    table.withoutKey().forEach(row -> withoutKey.add(row.toString()));
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
