package org.preclaim.answer;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning.Severity;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.ServiceLine;

/**
 * The lines of one encounter that its warnings put at risk. Several warnings may name one line; its
 * charge can be lost only once.
 */
final class LinesAtRisk {

  private final Map<Integer, Money> charges;
  private final Set<Integer> lines = new TreeSet<>();

  private LinesAtRisk(Map<Integer, Money> charges) {
    this.charges = charges;
  }

  static LinesAtRisk of(Encounter encounter, Decision decision) {
    Map<Integer, Money> charges = new HashMap<>();
    for (ServiceLine line : encounter.lines()) {
      Money charge = line.charge();
      charges.put(line.number(), charge == null ? Money.ZERO : charge);
    }
    LinesAtRisk result = new LinesAtRisk(charges);
    decision.warnings().stream()
        .filter(warning -> warning.severity() != Severity.INFO)
        .forEach(warning -> result.lines.addAll(warning.linesAtRisk()));
    return result;
  }

  Money charge() {
    return lines.stream().map(this::chargeOf).reduce(Money.ZERO, Money::plus);
  }

  private Money chargeOf(int line) {
    return charges.getOrDefault(line, Money.ZERO);
  }
}
