package org.preclaim.engine;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProbeTest {
  public static void main(String[] a) {
    new ProbeTest().probe();
  }

  void one(String c) {
    String drl =
        "package preclaim.probe;\nimport org.preclaim.engine.language.*;\nimport org.preclaim.engine.rows.RowCase;\nrule \"x\" when\n $case : RowCase( shape == 5L, $row : row, $line : line1, "
            + c
            + " )\nthen\n if (!$row.blank(4)) { insert(Flag.of(\"k\", $row.text(3), $line)); }\nend\n";
    try {
      FamilyCompiler.compile("probe", Map.of("f", drl));
      System.out.println("OK   " + c);
    } catch (Exception e) {
      System.out.println("FAIL " + c + " -> " + String.valueOf(e.getMessage()).replace('\n', ' '));
    }
  }

  @Test
  void probe() {
    one("line1.code == row.text(0)");
    one("line1().code() == row.text(0)");
    one("row.lists(0, line1.code)");
    one("row.lists(0, line1().code())");
    one("(row.blank(1) || line1.units > row.number(1))");
    one("(row.blank(1) || line1.serviceDate >= row.date(1))");
    one("(row.blank(1) || (line1.hasModifier(row.text(1)) || line1.hasModifier(row.text(2))))");
    one("(row.blank(1) || !(line1.hasModifier(row.text(1)) || line1.hasModifier(row.text(2))))");
    one("(row.blank(1) || (line1.modifiers not contains row.text(1)))");
    one("(row.blank(1) || (line1.modifiers contains row.text(1)))");
    one("(row.blank(1) || (line1.code str[startsWith] row.text(1)))");
    one("(row.blank(1) || (line1.code matches row.text(1)))");
    one("(row.blank(1) || (line1.code >= row.text(1) && line1.code <= row.text(2)))");
    one("(row.blank(1) || (line1.distinct == row.truth(1)))");
    one("(row.blank(1) || line1.age >= row.whole(1))");
    one("line1.distinct");
    one("!line1.distinct");
    one("line1.hasModifier(row.text(1)) == true");
    one("line1.together(line2)");
    one("line1.code == line2.code, line1.number < line2.number");
    one("line1.units * 2 > row.whole(1)");
    one("line1.units == row.number(1)");
    one("line1.side == \"left\"");
    one("line1.code in (\"a\", \"b\")");
    one("line1.code == row.text(0) || == row.text(1)");
    one("$d : line1.serviceDate, line1.units > 1");
    one("line1.code");
    one("line1.age > 1.5");
  }
}
