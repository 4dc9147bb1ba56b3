package org.preclaim.cli;

import java.util.List;
import org.preclaim.analysis.Analysis;
import org.preclaim.analysis.RowFinding;
import org.preclaim.answer.FactsJson;
import org.preclaim.encounter.Encounter;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyRelease;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What rows say beside one another, added to a verification: what cannot be meant is a problem like
 * any other, the rest are warnings.
 *
 * @param findings all of them
 */
record AnalysisAnswer(List<RowFinding> findings) {

  /** Of a folder that is no release. */
  static final AnalysisAnswer NONE = new AnalysisAnswer(List.of());

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Copies the list. */
  AnalysisAnswer {
    findings = List.copyOf(findings);
  }

  /** Of a release that compiles: its rules were kept when it was verified. */
  static AnalysisAnswer of(PolicyRelease release) throws ProblemsException {
    return new AnalysisAnswer(Analysis.of(CompiledRelease.compile(release)));
  }

  /** The findings that cannot be meant. */
  List<Problem> problems() {
    return findings.stream()
        .filter(finding -> finding.code().stops())
        .map(RowFinding::problem)
        .toList();
  }

  /** A verification as text, below the warnings. */
  String above(String text) {
    StringBuilder warnings = new StringBuilder();
    for (RowFinding finding : findings) {
      if (!finding.code().stops()) {
        Problem problem = finding.problem();
        Problem warning =
            new Problem(
                problem.place(), problem.code(), "warning: " + problem.message(), problem.help());
        warnings.append(warning).append('\n');
      }
    }
    return warnings + text;
  }

  /** A verification as JSON, with all findings as {@code analysis}. */
  String within(String json) {
    ObjectNode root = (ObjectNode) JSON.readTree(json);
    ArrayNode analysis = root.putArray("analysis");
    findings.forEach(finding -> add(analysis.addObject(), finding));
    return JSON.writeValueAsString(root) + "\n";
  }

  private static void add(ObjectNode node, RowFinding finding) {
    node.put("place", finding.place().toString());
    node.put("code", finding.code().code());
    node.put("detail", finding.message());
    node.put("warning", !finding.code().stops());
    ArrayNode policies = node.putArray("policies");
    finding.policies().forEach(policies::add);
    Encounter witness = finding.witness();
    if (witness != null) {
      node.set("witness", JSON.readTree(FactsJson.line(witness)));
      node.put("proven", finding.proven());
    }
  }
}
