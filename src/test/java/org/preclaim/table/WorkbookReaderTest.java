package org.preclaim.table;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkbookReaderTest {

  static final String[] ALLOWED = {
    "NRT-50431",
    "50430, 50431",
    "2025-01-01",
    "2026-01-01",
    "74425",
    "deny",
    "{code} includes {others}",
    "CO",
    "97",
    "",
    "remove {otherLines}",
    "the code pages"
  };

  static WorkbookFixture workbook() {
    return WorkbookFixture.family("not-together")
        .table(TableFixture.notTogether().policy(ALLOWED))
        .scenario(
            "pair",
            "both on one day",
            "",
            "",
            "",
            "",
            "2026-03-03",
            "",
            "50431; 74425",
            "",
            "",
            "",
            "NRT-50431",
            "warnings");
  }

  static Workbook read(WorkbookFixture fixture) {
    WorkbookReading reading = fixture.read();
    assertThat(reading.problems()).isEmpty();
    return requireNonNull(reading.workbook());
  }

  @Test
  void workbook_withoutProblems_isRead() {
    Workbook workbook = read(workbook());

    assertThat(workbook.family()).isEqualTo("not-together");
    assertThat(workbook.packageName()).isEqualTo("preclaim.not_together");
    assertThat(workbook.imports())
        .containsExactly(
            "org.preclaim.engine.language.BilledLine",
            "org.preclaim.engine.language.Performed",
            "org.preclaim.engine.language.Flag");
    assertThat(workbook.about())
        .isEqualTo(
            new About(
                "checks that the tests can fail",
                "compliance",
                LocalDate.of(2026, 11, 1),
                "the code pages",
                true,
                Set.of()));
    assertThat(workbook.scenarios()).hasSize(1);
  }

  @Test
  void columns_ofOneObjectType_shareItsPattern() {
    List<Column> columns = read(workbook()).tables().get(0).columns();

    assertThat(columns).hasSize(12);
    assertThat(columns.subList(0, 5))
        .extracting(Column::patternStart)
        .containsExactly(0, 1, 1, 1, 4);
    assertThat(columns.get(3).objectType()).isEqualTo("$line : BilledLine");
    assertThat(columns.get(3).positiveFact()).contains("BilledLine");
    assertThat(columns.get(11).metadataName()).contains("citation");
  }

  @Test
  void policy_withBlankCell_hasNoTextThere() {
    PolicyTable table = read(workbook()).tables().get(0);
    PolicyRow policy = table.rows().get(0);

    assertThat(policy.id()).isEqualTo("NRT-50431");
    assertThat(policy.place()).isEqualTo("Policies!A9");
    assertThat(policy.cell(table.columns().get(1))).contains("50430, 50431");
    assertThat(policy.address(table.columns().get(1))).isEqualTo("B9");
    assertThat(policy.metadata("citation")).contains("the code pages");
    assertThat(policy.metadata("rarc")).isEmpty();
  }

  @Test
  void table_withKeyColumn_saysWhichCodesConcernIt() {
    PolicyTable table = read(workbook()).tables().get(0);

    assertThat(table.keyColumn()).contains(table.columns().get(1));
    assertThat(table.keys(table.rows().get(0))).containsExactly("50430", "50431");
  }

  @Test
  void table_whoseKeyStandsUnderNot_hasNone() {
    TableFixture table =
        TableFixture.named("Keyless")
            .condition("$line : BilledLine", "distinct() == $param", "Distinct")
            .condition("not BilledLine", "code == \"$param\"", "Without")
            .words()
            .policy("KEY-1", "true", "50431", "no key", "", "", "", "", "none");

    PolicyTable read = read(WorkbookFixture.family("keyless").table(table)).tables().get(0);

    assertThat(read.keyColumn()).isEmpty();
    assertThat(read.keys(read.rows().get(0))).isEmpty();
  }

  @Test
  void sheet_withTwoTables_keepsBoth() {
    Workbook workbook =
        read(
            workbook()
                .table(
                    TableFixture.named("Kinds")
                        .condition("$done : Performed", "kind == \"$param\"", "Kind")
                        .words()
                        .policy("KND-1", "nephrostogram", "why", "", "", "", "", "source")));

    assertThat(workbook.tables())
        .extracting(PolicyTable::name)
        .containsExactly("Not together", "Kinds");
    assertThat(workbook.policies()).extracting(PolicyRow::id).containsExactly("NRT-50431", "KND-1");
    assertThat(workbook.tables().get(1).row()).isEqualTo(10);
  }

  @Test
  void family_ofAnyEnding_isTheBareName() {
    assertThat(WorkbookReader.familyOf("decision-tables/add-on-codes.drl.xlsx"))
        .isEqualTo("add-on-codes");
    assertThat(WorkbookReader.familyOf("add-on-codes.xlsx")).isEqualTo("add-on-codes");
  }
}
