package org.preclaim.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.preclaim.decision.Outcome;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.PriorService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;
import org.preclaim.encounter.UnitBasis;
import org.preclaim.problem.Problem;

class ScenariosSheetTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 3);

  private static Scenario only(String... cells) {
    WorkbookFixture fixture =
        WorkbookFixture.family("scenarios")
            .table(
                TableFixture.named("Any").words().policy("ANY-1", "why", "", "", "", "", "source"))
            .scenario(cells);
    return WorkbookReaderTest.read(fixture).scenarios().get(0);
  }

  @Test
  void scenario_withEveryColumn_isTheEncounterItSays() {
    Scenario scenario =
        only(
            "full",
            "says everything",
            "medicare",
            "22",
            "1961-04-02",
            "female",
            "2026-03-03",
            "N13.5, N39.0",
            "50431-LT-59 x2 on 2026-03-04 for 1, 2 at 1240.00 by 1234567893 in 21; 50706",
            "nephrostogram, access existing, side left, guidance fluoroscopy+ultrasound,"
                + " intervention biopsy+incision, technique bolus, approach percutaneous",
            "imaging-guidance, contrast-agent=iohexol",
            "50432-LT on 2026-02-20 by 1234567893",
            "ADD-50706, NRT-50431 x2",
            "warnings");

    Encounter encounter = scenario.encounter();
    assertThat(scenario.place()).hasToString("decision-tables/scenarios.xlsx!Scenarios!A2");
    assertThat(scenario.expected()).hasToString("{ADD-50706=1, NRT-50431=2}");
    assertThat(scenario.outcome()).isEqualTo(Outcome.WARNINGS);
    assertThat(encounter.id()).isEqualTo("full");
    assertThat(encounter.setting()).isEqualTo(Setting.PRACTITIONER);
    assertThat(encounter.payer()).isEqualTo("medicare");
    assertThat(encounter.patient())
        .isEqualTo(new Patient("scenario", LocalDate.of(1961, 4, 2), Sex.FEMALE));
    assertThat(encounter.diagnoses())
        .hasToString("[Diagnosis[sequence=1, code=N13.5], Diagnosis[sequence=2, code=N39.0]]");
    assertThat(encounter.lines()).containsExactly(fullLine(), bareLine());
    assertThat(encounter.procedures()).containsExactly(procedure());
    assertThat(encounter.documentation())
        .containsExactly(
            new Documentation("imaging-guidance", null),
            new Documentation("contrast-agent", "iohexol"));
    assertThat(encounter.history()).containsExactly(earlier());
  }

  private static ServiceLine fullLine() {
    return new ServiceLine(
        1,
        new HcpcsCode("50431"),
        List.of(new Modifier("LT"), new Modifier("59")),
        new BigDecimal("2"),
        UnitBasis.UNITS,
        ServiceDates.on(DAY.plusDays(1)),
        List.of(1, 2),
        new Money(new BigDecimal("1240.00")),
        new PlaceOfService("21"),
        new Provider(new Npi("1234567893")));
  }

  private static ServiceLine bareLine() {
    return new ServiceLine(
        2,
        new HcpcsCode("50706"),
        List.of(),
        BigDecimal.ONE,
        UnitBasis.UNITS,
        ServiceDates.on(DAY),
        List.of(),
        null,
        null,
        null);
  }

  private static PerformedProcedure procedure() {
    return new PerformedProcedure(
        "nephrostogram",
        "existing",
        "percutaneous",
        List.of("biopsy", "incision"),
        List.of("bolus"),
        "left",
        List.of("fluoroscopy", "ultrasound"),
        ServiceDates.on(DAY));
  }

  private static PriorService earlier() {
    return new PriorService(
        new HcpcsCode("50432"),
        List.of(new Modifier("LT")),
        ServiceDates.on(LocalDate.of(2026, 2, 20)),
        new Provider(new Npi("1234567893")));
  }

  @Test
  void scenario_withBlankCells_sendsNothingThere() {
    Encounter encounter =
        only("bare", "", "", "", "", "", "", "", "", "", "", "", "nothing", "").encounter();

    assertThat(encounter.lines()).isEmpty();
    assertThat(encounter.diagnoses()).isNull();
    assertThat(encounter.procedures()).isNull();
    assertThat(encounter.documentation()).isNull();
    assertThat(encounter.history()).isNull();
    assertThat(encounter.payer()).isNull();
    assertThat(encounter.patient().sex()).isEqualTo(Sex.UNKNOWN);
  }

  @Test
  void scenario_withNone_sendsEmptyLists() {
    Scenario scenario =
        only("none", "", "", "", "", "", "", "none", "none", "none", "none", "none", "nothing", "");

    assertThat(scenario.encounter().diagnoses()).isEmpty();
    assertThat(scenario.encounter().procedures()).isEmpty();
    assertThat(scenario.encounter().documentation()).isEmpty();
    assertThat(scenario.encounter().history()).isEmpty();
    assertThat(scenario.expected()).isEmpty();
    assertThat(scenario.outcome()).isNull();
  }

  @Test
  void scenario_withLinesOnLinesOfTheirOwn_numbersThem() {
    Encounter encounter =
        only(
                "two",
                "",
                "",
                "",
                "",
                "",
                "2026-03-03",
                "",
                "50431\n50706 x1.5 on 2026-03-03 to 2026-03-05",
                "",
                "",
                "",
                "nothing",
                "")
            .encounter();

    assertThat(encounter.lines()).extracting(ServiceLine::number).containsExactly(1, 2);
    assertThat(encounter.lines().get(1).units()).isEqualTo("1.5");
    assertThat(encounter.lines().get(1).dates().to()).isEqualTo(LocalDate.of(2026, 3, 5));
  }

  @Test
  void scenario_pointingToAMissingDiagnosis_isReported() {
    WorkbookFixture fixture =
        WorkbookReaderTest.workbook()
            .scenario(
                "points",
                "",
                "",
                "",
                "",
                "",
                "2026-03-03",
                "N13",
                "50431 for 2",
                "",
                "",
                "",
                "nothing",
                "");

    assertThat(LintCases.problems(fixture))
        .extracting(Problem::message)
        .containsExactly("line 1 points to diagnosis 2, which is not there");
  }
}
