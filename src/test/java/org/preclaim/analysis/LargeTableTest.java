package org.preclaim.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.rows.TableDraft;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyRelease;

/**
 * A large table; what it took is printed. {@code -Dpreclaim.analysis.rows=20000} makes it larger.
 */
class LargeTableTest {

  private static final int ROWS = Integer.getInteger("preclaim.analysis.rows", 5_000);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final String LINE = "$line : BilledLine";

  private final Random random = new Random(20261122);

  @Test
  void of_fiveThousandRows_isProvenThroughout() throws ProblemsException {
    CompiledRelease spread = release(2_000);
    CompiledRelease crowded = release(40);

    for (CompiledRelease release : List.of(spread, crowded)) {
      // The processor's time: the machine may be busy with something else.
      long start = THREADS.getCurrentThreadCpuTime();
      List<RowFinding> findings = Analysis.of(release);
      Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
      Map<AnalysisCode, Integer> counts = new EnumMap<>(AnalysisCode.class);
      findings.forEach(finding -> counts.merge(finding.code(), 1, Integer::sum));
      System.out.println("analysis of " + ROWS + " rows: " + took.toMillis() + " ms, " + counts);

      assertThat(findings)
          .isNotEmpty()
          .filteredOn(finding -> finding.code() != AnalysisCode.NOT_ANALYSED)
          .allMatch(RowFinding::proven);
    }
  }

  /** Rows of a table like the shipped ones, about so many codes. */
  private CompiledRelease release(int codes) throws ProblemsException {
    TableDraft table =
        new TableDraft("large")
            .condition(LINE, "forall(||){code == \"$\"}")
            .condition(LINE, "setting == \"$param\"")
            .condition(LINE, "forall(||){hasModifier(\"$\")}")
            .condition(LINE, "forall(&&){hasModifier(\"$\") == false}")
            .condition(LINE, "forall(&&){pointsTo(\"$\") == false}")
            .condition(LINE, "serviceDate >= \"$param\"")
            .condition(LINE, "serviceDate < \"$param\"")
            .action("insert( Flag.of(\"modifier-conflict\", \"$param\", $line) );")
            .action("insert( Proposal.addModifier($line, \"$param\") );");
    for (int row = 0; row < ROWS; row++) {
      LocalDate from = LocalDate.of(2016 + random.nextInt(8), 1, 1);
      table.row(
          list(3, codes, 20_000),
          random.nextInt(3) == 0 ? "practitioner" : "",
          random.nextBoolean() ? list(2, 60, 10) : "",
          random.nextBoolean() ? list(4, 60, 10) : "",
          random.nextInt(3) == 0 ? list(8, 300, 100).replaceAll("\\b(\\d)", "N$1") : "",
          random.nextBoolean() ? from.toString() : "",
          random.nextInt(4) == 0 ? from.plusYears(1 + random.nextInt(3)).toString() : "",
          random.nextBoolean() ? "deny" : "risk",
          random.nextInt(20) == 0 ? "26" : "");
    }
    return CompiledRelease.compile(
        new PolicyRelease(
            new ReleaseRef("sha256:large", "large"),
            List.of(),
            List.of(new Family("large", TableDraft.workbook("large", List.of(table)), null)),
            new Vocabulary(Map.of()),
            Map.of()));
  }

  private String list(int most, int words, int first) {
    List<String> items = new ArrayList<>();
    for (int count = 1 + random.nextInt(most); count > 0; count--) {
      items.add(Integer.toString(first + random.nextInt(words)));
    }
    return String.join(", ", items);
  }
}
