package org.preclaim.answer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preclaim.decision.Check;
import org.preclaim.decision.CodeSuggestion;
import org.preclaim.decision.CodeSuggestion.Action;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning;
import org.preclaim.decision.DenialWarning.Remittance;
import org.preclaim.decision.DenialWarning.Severity;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.decision.Outcome;
import org.preclaim.decision.PolicyRef;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.decision.TraceStep;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;
import org.preclaim.encounter.UnitBasis;

/** Decisions and the encounters they are about, for the tests of this room. */
final class Answers {

  private static final PolicyRef SELECTION =
      new PolicyRef(
          "SEL-002",
          "decision-tables/code-selection.xlsx",
          "Policies!A14",
          OptionalInt.empty(),
          "…");
  private static final PolicyRef ADD_ON =
      new PolicyRef(
          "ADD-50706",
          "decision-tables/add-on-codes.xlsx",
          "Policies!A9",
          OptionalInt.empty(),
          "…");
  private static final PolicyRef RULE =
      new PolicyRef("BIL-001", "rules/bilateral.drl", null, OptionalInt.of(12), "");

  private Answers() {}

  /** An encounter with these lines, each a code, its modifiers behind hyphens, and a charge. */
  static Encounter encounter(String id, String... lines) {
    List<ServiceLine> reported = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(" ", -1);
      List<String> coded = List.of(parts[0].split("-", -1));
      reported.add(
          new ServiceLine(
              reported.size() + 1,
              HcpcsCode.of(coded.get(0)),
              coded.stream().skip(1).map(Modifier::of).toList(),
              BigDecimal.ONE,
              UnitBasis.UNITS,
              ServiceDates.on(LocalDate.of(2026, 3, 3)),
              List.of(),
              parts.length > 1 ? new Money(new BigDecimal(parts[1])) : null,
              null,
              null));
    }
    Patient patient = new Patient("p-1", null, Sex.UNKNOWN);
    return new Encounter(
        id, Setting.PRACTITIONER, null, null, patient, null, null, reported, null, null, null);
  }

  /** The decision of the contract. */
  static IssuedDecision contract() {
    Decision decision =
        new Decision(
            "E-1001",
            new ReleaseRef("sha256:…", "2026.11.1"),
            new TreeMap<>(
                Map.of(
                    "ncci-ptp-practitioner", "2024-07-01", "ncci-mue-practitioner", "2024-07-01")),
            Outcome.WARNINGS,
            List.of(replacement()),
            List.of(addOn()),
            List.of(
                new Check("ncci-ptp", Check.State.APPLIED, null),
                new Check("mue", Check.State.NO_DATA, "no MUE table loaded for 2026-03-03")),
            List.of(
                new TraceStep(
                    "ADD-50706",
                    "ADD-50706 needs a primary",
                    List.of("line 2 (50706)"),
                    "deny add-on-without-primary, line 2 (50706)")));
    return new IssuedDecision("01KB3Z…", Instant.parse("2026-11-22T10:15:30Z"), decision);
  }

  static CodeSuggestion replacement() {
    return new CodeSuggestion(
        Action.REPLACE,
        1,
        "50431",
        List.of("LT"),
        new BigDecimal("1.0"),
        "the study used an existing access: report 50431, not 50430",
        SELECTION);
  }

  static CodeSuggestion suggestion(Action action, @Nullable Integer line, String units) {
    return new CodeSuggestion(
        action, line, "50431", List.of("50"), new BigDecimal(units), "one line with 50", RULE);
  }

  static DenialWarning addOn() {
    return new DenialWarning(
        "add-on-without-primary",
        List.of(2),
        List.of(2),
        List.of("50706"),
        Severity.DENY,
        "50706 is an add-on: none of its primary procedures is on this date",
        new Remittance("CO", "107", List.of("N122")),
        new Money(new BigDecimal("2310")),
        List.of("report the primary procedure that was performed, if it was", "remove line 2"),
        ADD_ON);
  }

  /** A warning whose first {@code linesAtRisk} lines would not be paid. */
  static DenialWarning warning(
      Severity severity, @Nullable String atRisk, int linesAtRisk, Integer... lines) {
    return new DenialWarning(
        "not-reported-together",
        List.of(lines),
        List.of(lines).subList(0, linesAtRisk),
        List.of("50431", "50706"),
        severity,
        "both describe the same work, and the payer takes one of them to include the other: only"
            + " the more comprehensive one is paid unless they were done on different sides",
        null,
        atRisk == null ? null : new Money(new BigDecimal(atRisk)),
        List.of(),
        RULE);
  }

  static Decision decision(
      String id,
      Outcome outcome,
      List<DenialWarning> warnings,
      List<CodeSuggestion> suggestions,
      Check... checks) {
    return new Decision(
        id,
        new ReleaseRef("sha256:0", "test"),
        new TreeMap<>(),
        outcome,
        suggestions,
        warnings,
        List.of(checks),
        List.of());
  }
}
