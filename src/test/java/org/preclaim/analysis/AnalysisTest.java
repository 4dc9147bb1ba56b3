package org.preclaim.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.encounter.Vocabulary;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.engine.rows.TableDraft;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.problem.ProblemsException;
import org.preclaim.release.Family;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.PolicyRelease;

class AnalysisTest {

  private static final Path FOLDER = Path.of("").toAbsolutePath();
  private static final Pattern SECTION = Pattern.compile("(?m)^## (\\S+)$");
  private static final String LINE = "$line : BilledLine";

  @Test
  void of_shippedTables_findsNothing() throws IOException, ProblemsException {
    CompiledRelease release = CompiledRelease.compile(PolicyFolder.read(FOLDER));

    assertThat(Analysis.of(release)).isEmpty();
  }

  @Test
  void of_oneOfEach_namesRowsCellsAndWitness() throws ProblemsException {
    List<RowFinding> findings = Analysis.of(release(lines(), pairs(), selection(), unread()));

    assertThat(findings.stream().map(RowFinding::code).distinct())
        .containsExactlyInAnyOrder(AnalysisCode.values());
    assertThat(findings.stream().filter(finding -> finding.witness() != null))
        .allMatch(RowFinding::proven);
    GoldenFile.assertSame(
        "analysis/findings.txt",
        findings.stream().map(finding -> finding.problem() + "\n").collect(Collectors.joining()));
  }

  @Test
  void of_columnNotUnderstood_comparesItsTextAlone() throws ProblemsException {
    TableDraft table =
        new TableDraft("unread")
            .condition(LINE, "code == \"$param\"")
            .condition("not BilledLine", "code == \"$param\"")
            .action("insert( Flag.of(\"k\", \"$param\", $line) );")
            .row("50431", "50706", "deny")
            .row("50431", "50705", "deny")
            .row("50431", "50706", "risk")
            .row("50431", "50705", "deny");

    assertThat(Analysis.of(release(table)).stream().map(AnalysisTest::inShort))
        .containsExactly(
            "ANALYSIS-CONTRADICTION T0-28 T0-26",
            "ANALYSIS-DUPLICATE T0-29 T0-27",
            "ANALYSIS-NOT-ANALYSED");
  }

  @Test
  void codes_allAndOnlyThey_haveASectionInTheirOrder() {
    String page = GoldenFile.resource("../../../docs/errors/analysis.md").toString();
    List<String> sections =
        SECTION
            .matcher(GoldenFile.text("../../../docs/errors/analysis.md"))
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(sections)
        .as(page)
        .containsExactlyElementsOf(
            Stream.of(AnalysisCode.values()).map(AnalysisCode::code).toList());
  }

  private static TableDraft lines() {
    return new TableDraft("lines")
        .condition(LINE, "forall(||){code == \"$\"}")
        .condition(LINE, "forall(||){hasModifier(\"$\")}")
        .condition(LINE, "forall(&&){hasModifier(\"$\") == false}")
        .condition(LINE, "units > $param")
        .condition(LINE, "serviceDate >= \"$param\"")
        .condition(LINE, "serviceDate < \"$param\"")
        .action("insert( Flag.of(\"modifier-conflict\", \"$param\", $line) );")
        .action("insert( Proposal.addModifier($line, \"$param\") );")
        .row("74400, 74410", "", "26, TC", "", "", "", "deny", "26")
        .row("74410, 74400", "", "TC, 26", "", "", "", "deny", "26")
        .row("74400", "", "26, TC, 59", "", "2020-01-01", "", "deny", "26")
        .row("74410", "LT", "26, TC", "", "", "", "risk", "26")
        .row("74400, 74415", "", "TC", "", "", "", "", "TC")
        .row("50431", "LT, RT", "LT, RT, 50", "", "", "", "deny", "")
        .row("50706", "", "", "2.5", "2026-01-01", "2020-01-01", "deny", "")
        .row("50431", "", "", "2", "", "2018-01-01", "deny", "")
        .row("50431", "", "", "2.0", "2020-01-01", "", "deny", "")
        .row("74420, 74421", "", "", "", "", "", "deny", "")
        .row("74425, 74426", "", "", "", "", "", "deny", "")
        .row("74420, 74425", "", "", "", "", "", "risk", "");
  }

  private static TableDraft pairs() {
    return new TableDraft("pairs")
        .condition(LINE, "forall(||){code == \"$\"}")
        .condition(LINE, "distinct == $param")
        .condition("$other : BilledLine", "forall(||){code == \"$\"}, together($line)")
        .action("insert( Flag.of(\"not-reported-together\", \"$param\", $line).with($other) );")
        .row("50431", "", "50432, 50433", "deny")
        .row("50431", "false", "50433", "deny")
        .row("50430", "true", "50433", "deny");
  }

  private static TableDraft selection() {
    return new TableDraft("selection")
        .condition("$performed : Performed", "forall(||){kind == \"$\"}")
        .condition("$performed : Performed", "access == \"$param\"")
        .action("CodeSelected selected = CodeSelected.of(\"$param\", $performed);")
        .action("selected = selected.insteadOf(\"$param\");")
        .action("insert( selected.sides(\"$param\") );")
        .row("nephrostogram", "existing", "50431", "50430", "sided")
        .row("nephrostogram, ureterogram", "", "50430", "50435", "sided");
  }

  private static TableDraft unread() {
    return new TableDraft("unread")
        .condition(LINE, "code == \"$param\"")
        .condition(LINE, "modifiers.size >= $param")
        .action("insert( Flag.of(\"k\", \"$param\", $line) );")
        .row("50431", "1", "deny");
  }

  private static String inShort(RowFinding finding) {
    return (finding.code().code() + " " + String.join(" ", finding.policies())).strip();
  }

  private static CompiledRelease release(TableDraft... tables) throws ProblemsException {
    return CompiledRelease.compile(
        new PolicyRelease(
            new ReleaseRef("sha256:drawn", "drawn"),
            List.of(),
            List.of(new Family("sample", TableDraft.workbook("sample", List.of(tables)), null)),
            new Vocabulary(Map.of()),
            Map.of()));
  }
}
