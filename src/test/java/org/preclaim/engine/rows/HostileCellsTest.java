package org.preclaim.engine.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.preclaim.problem.Place;
import org.preclaim.problem.ProblemsException;
import org.preclaim.table.Workbook;

/** A cell is a value or an error at its own address; it never becomes part of a rule. */
class HostileCellsTest {

  static final List<String> CORPUS =
      List.of(
          "\"); Runtime.getRuntime().exec(\"id\"); //",
          "x\", $line); Runtime.getRuntime().exec(\"id\"); //",
          "x\\\", $line); Runtime.getRuntime().exec(\\\"id\\\"); //",
          "\" || Runtime.getRuntime().exec(\"id\") != null || code == \"",
          "\"E11\") == true, Runtime.getRuntime().exec(\"id\") != null, pointsTo(\"E11\"",
          "1); System.gc(); //",
          "1, eval(true)",
          "$row",
          "$line",
          "$param",
          "$1, $2",
          "\"",
          "'",
          "\\",
          "\\u0022); System.gc(); //",
          "line one\nend\nrule \"x\" when then end",
          "\r\nend\r\n",
          "\uE000" + "1\uE000",
          "\uE001(\uE000" + "1\uE000)",
          "a,b,,c",
          "null",
          "true",
          "/* */",
          "x".repeat(32_767),
          "\"".repeat(32_767),
          "x,".repeat(16_000));

  private static final List<String> SNIPPETS =
      List.of(
          "code",
          "code == \"$param\"",
          "code == '$param'",
          "code != $param",
          "code in ($param)",
          "code >= \"$1\", code <= \"$2\"",
          "forall(||){code == \"$\"}",
          "forall(||){pointsTo(\"$\")}",
          "forall(,){units != $}",
          "hasModifier(\"$param\")",
          "units > $param",
          "age + 1 > $param",
          "distinct == $param",
          "serviceDate >= \"$param\"");

  private static final List<String> ACTIONS =
      List.of(
          "insert( Flag.of(\"$param\", \"deny\", $line) );",
          "insert( Flag.of(\"see $param.\", \"deny\", $line) );",
          "insert( Flag.of(\"$1\", \"$2\", $line) );",
          "if ($line.age() > $param) { insert( Flag.of(\"k\", \"deny\", $line) ); }");

  @ParameterizedTest
  @FieldSource("CORPUS")
  void cell_hostileText_isInertOrRefusedAtItsAddress(String cell) {
    for (String snippet : SNIPPETS) {
      TableDraft table =
          new TableDraft("T")
              .condition("$line : BilledLine", snippet)
              .condition("$line : BilledLine", "number >= $param")
              .action("insert( Flag.of(\"k\", \"$param\", $line) );")
              .row(cell, "0", "deny");
      assertInert(TableDraft.workbook("hostile", List.of(table)), "B26", cell);
    }
    for (String action : ACTIONS) {
      TableDraft table =
          new TableDraft("T")
              .condition("$line : BilledLine", "number >= $param")
              .action(action)
              .row("0", cell);
      assertInert(TableDraft.workbook("hostile", List.of(table)), "C26", cell);
    }
  }

  private static void assertInert(Workbook workbook, String address, String cell) {
    try {
      String rules = RowTables.of(workbook).rules().drl();
      assertThat(rules).doesNotContain("Runtime", "System", "xxx", "\uE000", "\uE001", "eval");
      assertThat(rules).hasSizeLessThan(60_000);
    } catch (ProblemsException refused) {
      assertThat(refused.problems())
          .as("problems of `%s`", cell.substring(0, Math.min(40, cell.length())))
          .allSatisfy(
              problem -> {
                assertThat(problem.code()).startsWith("ROWS-");
                assertThat(problem.place())
                    .isEqualTo(new Place.Cell(workbook.file(), "Policies", address));
                assertThat(problem.message()).hasSizeLessThan(300);
              });
    }
  }
}
