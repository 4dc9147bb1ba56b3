package org.preclaim.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preclaim.table.WorkbookReaderTest.read;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preclaim.problem.Problem;

class WorkbookLintTest {

  @Test
  void workbooks_withoutProblems_passInSilence() {
    assertThat(LintCases.problems(WorkbookReaderTest.workbook())).isEmpty();
  }

  @Test
  void id_inTwoWorkbooks_isReportedWithBothPlaces() {
    TableFixture again =
        TableFixture.named("Again").words().policy("NRT-50431", "why", "", "", "", "", "source");
    List<Workbook> workbooks =
        List.of(
            read(WorkbookReaderTest.workbook()),
            read(WorkbookFixture.family("other").table(again)));

    assertThat(new WorkbookLint(LintCases.WORDS).check(workbooks))
        .extracting(Problem::toString)
        .containsExactly(
            "decision-tables/other.xlsx!Policies!A9: TABLE-DUPLICATE-ID the id `NRT-50431` stands at"
                + " decision-tables/not-together.xlsx!Policies!A9 already");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      delimiter = '~',
      value = {
        "CONDITION ~ code == \"$param\"                                              ~ Codes",
        "CONDITION ~ forall(||){code == \"$\"}                                       ~ Codes",
        "CONDITION ~ forall(&&){!alsoReported(\"$\")}                                ~ Codes",
        "ACTION    ~ insert( PrimaryRequired.of($line, \"$param\") );                ~ Codes",
        "ACTION    ~ insert( CodeSelected.of(\"$param\", $done) );                   ~ Codes",
        "CONDITION ~ forall(||){pointsTo(\"$\")}                                     ~ Diagnoses",
        "CONDITION ~ serviceDate >= \"$param\"                                       ~ From",
        "CONDITION ~ serviceDate < \"$param\"                                        ~ Until",
        "ACTION    ~ insert( Flag.of(\"documentation-missing\", \"$param\", $line) );~ Severity",
        "CONDITION ~ forall(||){kind == \"$\"}                                       ~ Words",
        "CONDITION ~ interventions contains \"$param\"                               ~ Words",
        "CONDITION ~ undocumented(\"$param\").size() > 0                             ~ Words",
        "CONDITION ~ hasModifier(\"$param\")                                         ~ Modifiers",
        "METADATA  ~ message(\"$param\")                                             ~ Text"
      })
  void column_ofThisSnippet_meansThis(String type, String snippet, String meaning) {
    Column column =
        new Column(1, Column.Type.valueOf(type), "$line : BilledLine", 1, snippet, "label");

    assertThat(CellMeaning.of(column).getClass().getSimpleName()).isEqualTo(meaning);
  }

  @Test
  void column_comparingOneValue_takesNoList() {
    Column one =
        new Column(1, Column.Type.CONDITION, "$l : BilledLine", 1, "code == \"$param\"", "Code");
    Column many =
        new Column(1, Column.Type.ACTION, null, 1, "PrimaryRequired.of($l, \"$param\")", "Codes");

    assertThat(CellMeaning.takesList(one)).isFalse();
    assertThat(CellMeaning.takesList(many)).isTrue();
  }
}
