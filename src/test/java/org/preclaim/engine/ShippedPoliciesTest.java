package org.preclaim.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.junit.jupiter.api.Test;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.PolicyRelease;
import org.preclaim.table.PolicyRow;
import org.preclaim.table.Workbook;

/** The policies in {@code rules/} and {@code decision-tables/}, as they are shipped. */
class ShippedPoliciesTest {

  private static final Path FOLDER = Path.of("").toAbsolutePath();
  private static final Pattern RULE = Pattern.compile("(?m)^rule \"([^\"]+)\"");

  @Test
  void verify_shippedPolicies_decideAsTheirScenariosSay() throws IOException, ProblemsException {
    VerificationReport report = Verification.verify(PolicyFolder.read(FOLDER));

    assertThat(report.problems()).isEmpty();
    assertThat(report.families()).isNotEmpty();
  }

  @Test
  void scenarios_ofAllWorkbooks_expectEachPolicyOnce() throws IOException, ProblemsException {
    TreeSet<String> expected = new TreeSet<>();
    TreeSet<String> stated = new TreeSet<>();
    for (Workbook workbook : workbooks()) {
      workbook.scenarios().forEach(scenario -> expected.addAll(scenario.expected().keySet()));
      workbook.policies().stream().map(PolicyRow::id).forEach(stated::add);
    }
    // These rows only say which codes have sides, and that two lines pass: nothing to find.
    stated.removeAll(List.of("BIL-50431", "BIL-50432", "BIL-50435", "BIL-50706"));

    assertThat(expected).containsAll(stated);
  }

  @Test
  void workbooks_readByStockDrools_areTheSameRulesAndCompile()
      throws IOException, ProblemsException {
    for (Workbook workbook : workbooks()) {
      String drl = stock(workbook.file());

      assertThat(RULE.matcher(drl).results().map(MatchResult::group))
          .as(workbook.file())
          .hasSameSizeAs(workbook.policies());
      FamilyCompiler.compile(workbook.family(), Map.of(workbook.file(), drl));
    }
  }

  private static String stock(String file) throws IOException {
    try (InputStream in = Files.newInputStream(FOLDER.resolve(file))) {
      return new SpreadsheetCompiler().compile(in, InputType.XLS);
    }
  }

  private static List<Workbook> workbooks() throws IOException, ProblemsException {
    PolicyRelease release = PolicyFolder.read(FOLDER);
    return release.families().stream().map(Family::workbook).filter(book -> book != null).toList();
  }
}
