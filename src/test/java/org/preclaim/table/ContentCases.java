package org.preclaim.table;

import static org.preclaim.table.LintCases.problems;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.preclaim.fixtures.SmallTables;
import org.preclaim.problem.Problem;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.DiagnosisTable;
import org.preclaim.reference.FeeScheduleEntry;
import org.preclaim.reference.HcpcsTable;
import org.preclaim.reference.RemittanceCodes;
import org.preclaim.reference.RemittanceCodes.Use;
import org.preclaim.release.OfficialLint;

/** For each fault of what a workbook says, rather than of how it is written, a workbook with it. */
final class ContentCases {

  private static final LocalDate EFFECTIVE = LocalDate.of(2026, 1, 1);
  private static final LocalDate UNTIL = LocalDate.of(2026, 4, 1);

  private ContentCases() {}

  static void add(Map<TableFault, Supplier<List<Problem>>> cases) {
    cases.put(TableFault.OVERLAP, () -> problems(versions("2026-01-01", "")));
    cases.put(
        TableFault.RANGE, () -> problems(LintCases.workbook().cell("B9", "50430-50435, 50684")));
    cases.put(TableFault.REPEATED, ContentCases::repeated);
    cases.put(TableFault.LIMITS_REVERSED, () -> problems(ages("65", "18")));
    cases.put(TableFault.MODIFIER, () -> problems(modifiers("26, 2X, left")));
    cases.put(TableFault.PLACE, () -> problems(places("22, 2")));
    cases.put(TableFault.CHOICE, () -> problems(setting("practioner")));
    cases.put(TableFault.CARC_STOPPED, () -> problems(LintCases.remittance("CO", "125", "")));
    cases.put(TableFault.CARC_UNKNOWN, () -> lookedUp(LintCases.remittance("CO", "998", "N122")));
    cases.put(
        TableFault.RARC_UNKNOWN, () -> lookedUp(LintCases.remittance("CO", "97", "N122, N9999")));
    cases.put(TableFault.RARC_STOPPED, () -> lookedUp(LintCases.remittance("CO", "97", "N9998")));
    cases.put(TableFault.CODE_UNKNOWN, () -> lookedUp(codes("50431, G9999, 50210")));
    cases.put(TableFault.CODE_RETIRED, () -> lookedUp(codes("50431, G0001")));
    cases.put(TableFault.DIAGNOSIS_UNKNOWN, () -> lookedUp(necessity("N13, X99.9", "N13.5")));
    cases.put(TableFault.DIAGNOSIS_RETIRED, () -> lookedUp(necessity("N13, N99.1", "N13.5")));
    cases.put(TableFault.DIAGNOSIS_HEADER, () -> lookedUp(necessity("N13", "N13.5, N13")));
  }

  /** What the lint of official files says, where these few codes are all there are. */
  private static List<Problem> lookedUp(WorkbookFixture fixture) {
    List<Problem> problems = new ArrayList<>(problems(fixture));
    Workbook workbook = WorkbookReaderTest.read(fixture);
    problems.addAll(new OfficialLint(official()).check(Mention.in(workbook)).problems());
    return problems;
  }

  /**
   * A procedure code, Level II codes, diagnoses and remittance codes for the first quarter of 2026.
   */
  static SmallTables official() {
    return new SmallTables(EFFECTIVE, UNTIL)
        .fee(new FeeScheduleEntry("50431", "", "A", 0, "000", 2, 1, 1, 0, 0))
        .with(Dataset.HCPCS, "G0105", HcpcsTable.Standing.VALID)
        .with(Dataset.HCPCS, "G0001", HcpcsTable.Standing.OUT_OF_DATE)
        .with(Dataset.ICD10_CM, "N13", DiagnosisTable.Standing.HEADER)
        .with(Dataset.ICD10_CM, "N135", DiagnosisTable.Standing.VALID)
        .with(Dataset.ICD10_CM, "N991", DiagnosisTable.Standing.OUT_OF_DATE)
        .remittance(RemittanceCodes.Kind.REASON, "50", new Use(EFFECTIVE, null))
        .remittance(RemittanceCodes.Kind.REASON, "97", new Use(EFFECTIVE, null))
        .remittance(RemittanceCodes.Kind.REMARK, "N122", new Use(EFFECTIVE, null))
        .remittance(RemittanceCodes.Kind.REMARK, "N9998", new Use(EFFECTIVE, UNTIL));
  }

  /** A policy, and its successor in these dates. */
  static WorkbookFixture versions(String from, String until) {
    return WorkbookFixture.family("versions")
        .table(
            TableFixture.named("Versions")
                .condition("$line : BilledLine", "code == \"$param\"", "Code")
                .condition("$line : BilledLine", "serviceDate >= \"$param\"", "From")
                .condition("$line : BilledLine", "serviceDate < \"$param\"", "Until")
                .words()
                .policy("VER-50431", "50431", "2016-01-01", "", "why", "", "", "", "", "source")
                .policy("VER-50431-2026", "50431", from, until, "why", "", "", "", "", "source"));
  }

  private static WorkbookFixture ages(String from, String to) {
    return WorkbookFixture.family("ages")
        .table(
            TableFixture.named("Ages")
                .condition("$line : BilledLine", "code == \"$param\"", "Code")
                .condition("$line : BilledLine", "age >= $param", "Age from")
                .condition("$line : BilledLine", "age <= $param", "Age to")
                .words()
                .policy("AGE-1", "50431", from, to, "why", "", "", "", "", "source"));
  }

  private static WorkbookFixture modifiers(String modifiers) {
    return one("modifiers", "forall(||){hasModifier(\"$\")}", modifiers);
  }

  private static WorkbookFixture places(String places) {
    return one("places", "forall(||){placeOfService == \"$\"}", places);
  }

  private static WorkbookFixture setting(String setting) {
    return one("settings", "setting == \"$param\"", setting);
  }

  /** In a list of codes, of diagnoses, of modifiers, of words and of remark codes. */
  private static List<Problem> repeated() {
    List<Problem> problems = new ArrayList<>();
    problems.addAll(problems(codes("50431, 50432, 50431")));
    problems.addAll(problems(LintCases.necessity("N13.5, N39, N135")));
    problems.addAll(problems(modifiers("26, LT, 26")));
    problems.addAll(problems(one("words", "undocumented(\"$param\")", "findings, findings")));
    problems.addAll(problems(LintCases.remittance("CO", "97", "N122, N122")));
    return problems;
  }

  private static WorkbookFixture codes(String codes) {
    return one("codes", "forall(||){code == \"$\"}", codes);
  }

  /** A table of one condition and one row. */
  private static WorkbookFixture one(String family, String snippet, String cell) {
    return WorkbookFixture.family(family)
        .table(
            TableFixture.named(family)
                .condition("$line : BilledLine", snippet, "Label")
                .words()
                .policy("ONE-1", cell, "why", "", "", "", "", "source"));
  }

  private static WorkbookFixture necessity(String prefixes, String diagnoses) {
    return LintCases.necessity(prefixes)
        .scenario(
            "supported",
            "",
            "",
            "",
            "",
            "",
            "2026-03-03",
            diagnoses,
            "50431 for 1",
            "",
            "",
            "",
            "nothing",
            "");
  }
}
