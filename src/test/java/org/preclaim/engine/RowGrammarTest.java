package org.preclaim.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.preclaim.engine.language.Facts;
import org.preclaim.engine.rows.CloseEncounters;
import org.preclaim.engine.rows.RowTables;
import org.preclaim.engine.rows.TableDraft;
import org.preclaim.problem.Problem;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.Workbook;

/** Which snippets and cells run as data, and what is said of those that do not. */
class RowGrammarTest {

  private static final String FLAG = "insert( Flag.of(\"k\", \"deny\", $line) );";

  /** A pattern, a snippet and a cell below it. */
  private record Case(String objectType, String snippet, String cell) {

    Workbook workbook(String family) {
      boolean bindsLine = objectType.startsWith("$line");
      TableDraft table = new TableDraft("Cases");
      if (!bindsLine) {
        table.condition("$line : BilledLine", "number >= 0 || code == \"$param\"");
      }
      table.condition(objectType, snippet).action(FLAG.replace("\"k\"", "\"$param\""));
      return TableDraft.workbook(
          family, List.of(bindsLine ? table.row(cell, "k") : table.row("x", cell, "k")));
    }
  }

  private static Case line(String snippet, String cell) {
    return new Case("$line : BilledLine", snippet, cell);
  }

  private static final List<Case> SAME =
      List.of(
          line("code", "99213"),
          line("code", "\"99213\""),
          line("code ==", "99213"),
          // A code of its own: stock keeps one of two rules whose codes are 1 and "1".
          line("code == $param", "74400"),
          line("code == $param", "\"99213\""),
          line("code == \"$param\" || code == \"74400\"", "50431"),
          line("code != \"$param\"", "a \"quoted\" \\t text"),
          line("code in ($param)", "\"50431\", \"99213\""),
          line("code in ($param)", "50431, 99213"),
          line("code not in ($param)", "\"50431\""),
          line("code in (\"$1\", \"$2\")", "50431,99213"),
          line("code str[startsWith] \"$param\"", "50"),
          line("code str[endsWith] \"$param\"", "1"),
          line("code matches \"50.*\" && side != \"$param\"", "left"),
          line("code.startsWith(\"$param\")", "50"),
          line("code.length > $param", "4"),
          line("modifiers contains \"$param\"", "59"),
          line("modifiers not contains \"$param\"", "59"),
          line("modifiers.size == $param", "1"),
          line("hasModifier(\"$param\") == false", "59"),
          line("units > $param", "1.5"),
          line("units == $param", "1"),
          line("units == $param", "1.00"),
          line("units + 1 > $param", "2"),
          line("units > \"$param\"", "1"),
          line("age >= $1, age <= $2", "18, 65"),
          line("age == $param || age > 40", "7"),
          line("age - 1 >= $param", "30"),
          line("distinct == $param", "true"),
          line("distinct?", "x"),
          line("side == \"$param\" && units >= 1", "left"),
          line("payer != $param", "null"),
          line("serviceDate >= \"$param\"", "2026-03-02"),
          line("serviceDate < $param", "\"2026-03-03\""),
          line("serviceDate >= \"$1\", serviceDate <= \"$2\"", "2026-03-01, 2026-03-02"),
          line("forall(||){code == \"$\"}", "50431,99213"),
          line("forall(&&){code != \"$\"}", "50431,99213"),
          line("forall(||){pointsTo(\"$\")}", "N13, C64"),
          line("forall(&&){pointsTo(\"$\") == false}", "N13, C64"),
          line("forall(,){units != $}", "1,2"),
          line("!(forall(||){hasModifier(\"$\")})", "59,LT,RT"),
          line("$count : units, $count > $param", "1"),
          line("$missing : undocumented(\"$param\"), $missing.size > 0", "findings"),
          new Case("$other : BilledLine", "code == \"$param\", together($line)", "50431"),
          new Case("$other : BilledLine", "number > $line.number, units >= $param", "1"),
          new Case("not BilledLine", "code == \"$param\", sameDay($line)", "50431"),
          new Case("exists BilledLine", "code in ($param), this != $line", "\"50431\""),
          new Case("$done : Performed", "kind == \"$param\", mayBe($line)", "nephrostogram"),
          new Case("exists Performed", "forall(||){kind == \"$\"}", "nephrostogram, other"),
          new Case("", "not Performed( access == \"$param\" )", "new"));

  @Test
  void rows_snippetsOfTheGrammar_stateWhatStockStates() throws ProblemsException {
    List<Workbook> workbooks = new ArrayList<>();
    SAME.forEach(tried -> workbooks.add(tried.workbook("case-" + workbooks.size())));
    TablesBesideStock both = new TablesBesideStock(workbooks, RowTables::of, rules -> rules);
    CloseEncounters encounters = new CloseEncounters(3);

    for (int count = 0; count < 400; count++) {
      Facts facts = Facts.of(encounters.next(), PolicyRelease.DEFAULT_PAYER);
      assertThat(both.differences(facts)).as("cases that differ").isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> cell_noValueOfItsColumn_isRefusedAtTheCell() {
    return Stream.of(
        refused("ROWS-VALUE", line("age >= $param", "eighteen")),
        refused("ROWS-VALUE", line("age >= $param", "18-65")),
        refused("ROWS-VALUE", line("age >= $param", "18.5")),
        refused("ROWS-VALUE", line("units > $param", "1 + 1")),
        refused("ROWS-VALUE", line("units > $param", "$line.units")),
        refused("ROWS-VALUE", line("distinct == $param", "yes")),
        refused("ROWS-VALUE", line("serviceDate >= \"$param\"", "1-Jul-2025")),
        refused("ROWS-VALUE", line("serviceDate >= $param", "2025-07-01")),
        refused("ROWS-VALUE", line("code == $param", "X")),
        refused("ROWS-VALUE", line("code in ($param)", "I10, E11")),
        refused("ROWS-LIST", line("forall(||){code == \"$\"}", "50431,,99213")),
        refused("ROWS-LIST", line("age >= $1, age <= $2", "18")),
        refused("ROWS-CODE", line("age - 1 > $param", "age")),
        refused("ROWS-QUOTE", line("code == \"$param\"", "\"50431\"")),
        refused("ROWS-QUOTE", line("code == \"$param\"", "50431\\")),
        refused("ROWS-ESCAPE", line("code == \"$param\"", "50\\d")));
  }

  @TestFactory
  Stream<DynamicTest> header_asksForCode_isRefusedAtTheHeader() {
    return Stream.of(
        refused("ROWS-CODE", line("units $param 3", "1")),
        refused("ROWS-CODE", line("$param", "1")),
        refused("ROWS-CODE", line("code$param == \"1\"", "1")),
        refused("ROWS-WORD", line("cod == \"$param\"", "1")),
        refused("ROWS-WORD", line("Runtime.getRuntime() == \"$param\"", "1")),
        refused("ROWS-HEADER", line("code > $param", "1")),
        refused("ROWS-HEADER", line("code matches \"$param\"", "50.*")),
        refused("ROWS-HEADER", line("units in ($param)", "1, 2")),
        refused("ROWS-HEADER", new Case("", "eval( $line.units > $param )", "1")),
        refused("ROWS-HEADER", new Case("", "Flag( kind == \"$param\" )", "1")),
        refused("ROWS-HEADER", new Case("forall BilledLine", "code == \"$param\"", "1")),
        refused("ROWS-HEADER", new Case("BilledLine from $line", "code == \"$param\"", "1")));
  }

  private static DynamicTest refused(String code, Case tried) {
    return DynamicTest.dynamicTest(
        tried.snippet() + " with " + tried.cell(),
        () -> {
          ProblemsException refused =
              catchThrowableOfType(
                  ProblemsException.class, () -> RowTables.of(tried.workbook("refused")));
          assertThat(refused).isNotNull();
          assertThat(refused.problems()).extracting(Problem::code).contains(code);
          assertThat(refused.problems())
              .allSatisfy(problem -> assertThat(problem.place().toString()).contains("!Policies!"));
        });
  }
}
