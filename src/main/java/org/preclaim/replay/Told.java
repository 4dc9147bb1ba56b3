package org.preclaim.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.preclaim.decision.DenialWarning.Severity;
import org.preclaim.encounter.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a decision tells, read from its canonical JSON: so what was said in a year long gone and
 * what is said today are read alike.
 *
 * @param outcome the outcome's word
 * @param checks canonical JSON of what became of each policy family, by its name
 * @param findings suggestions, then warnings, each in their order
 */
record Told(String outcome, SortedMap<String, String> checks, List<Finding> findings) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Where a policy stands is not what it says: a row above it moves it. */
  private static final Set<String> WHERE = Set.of("file", "cell", "line");

  static Told of(String said) {
    JsonNode decision = JSON.readTree(said);
    List<Finding> findings = new ArrayList<>();
    for (JsonNode suggestion : decision.path("suggestions")) {
      findings.add(suggestion((ObjectNode) suggestion));
    }
    for (JsonNode warning : decision.path("warnings")) {
      findings.add(warning((ObjectNode) warning));
    }
    SortedMap<String, String> checks = new TreeMap<>();
    for (JsonNode check : decision.path("checks")) {
      checks.put(check.path("family").asString(), check.toString());
    }
    return new Told(decision.path("outcome").asString(), checks, findings);
  }

  private static Finding suggestion(ObjectNode suggestion) {
    JsonNode line = suggestion.path("line");
    String subject =
        line.isMissingNode()
            ? "suggestion to add " + suggestion.path("code").asString()
            : "suggestion for line " + line;
    return finding(suggestion, subject, Money.ZERO, List.of());
  }

  private static Finding warning(ObjectNode warning) {
    JsonNode lines = warning.path("lines");
    JsonNode atRisk = warning.has("linesAtRisk") ? warning.path("linesAtRisk") : lines;
    boolean denies = !warning.path("severity").asString().equals(Severity.INFO.word());
    List<Integer> numbers = new ArrayList<>();
    if (denies) {
      atRisk.forEach(number -> numbers.add(number.asInt()));
    }
    JsonNode charge = warning.path("chargeAtRisk");
    Money money =
        charge.isMissingNode() || !denies
            ? Money.ZERO
            : new Money(new BigDecimal(charge.asString()));
    return finding(warning, "warning about lines " + lines, money, numbers);
  }

  private static Finding finding(
      ObjectNode told, String subject, Money charge, List<Integer> linesAtRisk) {
    ObjectNode policy = (ObjectNode) told.path("policy");
    policy.remove(WHERE);
    return new Finding(
        policy.path("id").asString(), subject, told.toString(), charge, List.copyOf(linesAtRisk));
  }

  /** The charges of the lines at risk, each line once. */
  Money charge(Map<Integer, Money> charges) {
    Set<Integer> lines = new TreeSet<>();
    findings.forEach(finding -> lines.addAll(finding.linesAtRisk()));
    return lines.stream()
        .map(line -> charges.getOrDefault(line, Money.ZERO))
        .reduce(Money.ZERO, Money::plus);
  }
}
