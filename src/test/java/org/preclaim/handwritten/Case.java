package org.preclaim.handwritten;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.PayerProfile.BothSides;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.ServiceLine;

/** One encounter under evaluation, and what was found so far. */
final class Case {

  final Encounter encounter;
  final BothSides bothSides;
  final List<PlainLine> lines;
  final Set<String> documented = new HashSet<>();
  private final List<Found> found = new ArrayList<>();

  Case(Encounter encounter, BothSides bothSides) {
    this.encounter = encounter;
    this.bothSides = bothSides;
    this.lines = new ArrayList<>(encounter.lines().size());
    for (ServiceLine line : encounter.lines()) {
      lines.add(new PlainLine(encounter, line));
    }
    List<Documentation> sent = encounter.documentation();
    if (sent != null) {
      sent.forEach(documentation -> documented.add(documentation.element()));
    }
  }

  List<PerformedProcedure> procedures() {
    List<PerformedProcedure> sent = encounter.procedures();
    return sent == null ? List.of() : sent;
  }

  /** A warning about lines of which none conflicts with the others: all are at risk. */
  void warn(String policy, String severity, String kind, PlainLine... atRisk) {
    List<Integer> numbers = new ArrayList<>(atRisk.length);
    for (PlainLine line : atRisk) {
      numbers.add(line.number);
      line.denied |= severity.equals("deny");
    }
    found.add(Found.warning(policy, severity, kind, numbers));
  }

  void warnWith(String policy, String severity, String kind, PlainLine atRisk, PlainLine with) {
    atRisk.denied |= severity.equals("deny");
    found.add(Found.warning(policy, severity, kind, List.of(atRisk.number, with.number)));
  }

  void modify(String policy, PlainLine line, List<String> modifiers, BigDecimal units) {
    found.add(new Found(policy, "modify", line.code, List.of(line.number), modifiers, units));
  }

  void remove(String policy, PlainLine line) {
    found.add(
        new Found(policy, "remove", line.code, List.of(line.number), line.modifiers, line.units));
  }

  void replace(String policy, PlainLine line, String code, List<String> modifiers) {
    found.add(new Found(policy, "replace", code, List.of(line.number), modifiers, line.units));
  }

  void add(String policy, String code, List<String> modifiers) {
    found.add(new Found(policy, "add", code, List.of(), modifiers, BigDecimal.ONE));
  }

  List<Found> found() {
    return Found.sorted(found);
  }
}
