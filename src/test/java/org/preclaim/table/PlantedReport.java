package org.preclaim.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.problem.Problem;

/** What has to be said of a planting: its code at its cell, and at most its consequences. */
record PlantedReport(String code, Planting planting) {

  /** What only a programmer would understand: classes, generated text, the words of exceptions. */
  private static final Pattern MACHINERY =
      Pattern.compile(
          "\\b(?:org|java|javax|com|defaultpkg|preclaim)\\.[a-z]|\\.java\\b|Rule_|LambdaPredicate"
              + "|Exception|\\bline \\d+:\\d|\\b[A-Z]\\w+@[0-9a-f]{5,}"
              + "|\\b(?:String|Integer|Boolean|Double|BigDecimal|LocalDate|Object|List|Map|Optional)\\b"
              + "|\\bnull\\b");

  static PlantedReport of(TableFault fault, Planting planting) {
    return new PlantedReport(fault.code(), planting);
  }

  void check(List<Problem> problems, String which) {
    List<Problem> found =
        problems.stream()
            .filter(problem -> problem.code().equals(code))
            .filter(problem -> problem.place().equals(planting.place()))
            .toList();
    assertThat(found)
        .as("%s: %s at %s among %s", which, code, planting.place(), problems)
        .isNotEmpty();
    if (planting.meant() != null) {
      assertThat(found).extracting(Problem::help).anyMatch(help -> offers(help));
    }
    assertThat(problems)
        .as("%s: %s at %s and no more than consequences", which, code, planting.place())
        .allMatch(
            problem ->
                problem.place().equals(planting.place())
                    || planting.consequences().contains(problem.code()));
    assertSpeaksToPeople(problems);
  }

  private boolean offers(@Nullable String help) {
    return help != null && help.contains("`" + planting.meant() + "`");
  }

  /** No message names what only a programmer would know; what people wrote stands in backticks. */
  static void assertSpeaksToPeople(List<Problem> problems) {
    for (Problem problem : problems) {
      String ours =
          (problem.message() + " " + (problem.help() == null ? "" : problem.help()))
              .replaceAll("`[^`]*`", "``");
      assertThat(MACHINERY.matcher(ours).find()).as("speaks to people: %s", problem).isFalse();
    }
  }
}
