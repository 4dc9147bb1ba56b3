package org.preclaim.effect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.release.PolicyFiles;
import org.preclaim.release.diff.ReleaseDiff;
import org.preclaim.table.TableFixture;
import org.preclaim.table.WorkbookContent;
import org.preclaim.table.WorkbookFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiffReportsTest {

  private static final String RULES =
      "package p;\n\nrule \"R-1 one\"\nwhen\n  A( x > 1 )\nthen\nend\n";

  private static WorkbookFixture workbook(String codes, String until, String message) {
    return WorkbookFixture.family("together")
        .table(
            TableFixture.notTogether()
                .policy(
                    "NRT-1",
                    codes,
                    "2025-01-01",
                    until,
                    "74425",
                    "deny",
                    message,
                    "CO",
                    "97",
                    "",
                    "x",
                    "y"));
  }

  private static PolicyFiles files(WorkbookFixture workbook, String rules) {
    return new PolicyFiles(
        new TreeMap<>(
            Map.of(workbook.file(), workbook.bytes(), "rules/p.drl", rules.getBytes(UTF_8))));
  }

  private static ReleaseDiff diff() {
    WorkbookFixture before = workbook("50430, 50431", "", "report {code} | once");
    WorkbookFixture after =
        workbook("50431, 50432", "2027-01-01", "report  {code} | once")
            .about("Owner", "<b>@somebody</b>\u00a0`x`")
            .edit(book -> book.getSheetAt(0).createRow(9).createCell(0).setCellValue("NRT-2"));
    return ReleaseDiff.between(
        "old", files(before, RULES), "new", files(after, RULES.replace("x > 1", "x > ```2")));
  }

  @Test
  void text_ofAllKinds_isAsAgreed() {
    GoldenFile.assertSame("effect/diff.txt", DiffText.of(diff()));
  }

  @Test
  void markdown_ofAllKinds_isAsAgreed() {
    GoldenFile.assertSame("effect/diff.md.txt", DiffMarkdown.of(diff()));
  }

  @Test
  void json_ofAllKinds_isAsAgreed() {
    JsonNode json = JsonMapper.shared().readTree(DiffJson.line(diff()));

    GoldenFile.assertSame("effect/diff.json", json.toPrettyString() + "\n");
  }

  @Test
  void nothing_thatDiffers_isSaid() {
    PolicyFiles same = files(workbook("50430", "", "x"), RULES);
    ReleaseDiff diff = ReleaseDiff.between("a", same, "b", same);

    assertThat(DiffText.of(diff)).isEqualTo("nothing differs\n");
    assertThat(DiffMarkdown.of(diff)).isEqualTo("**Policies: nothing differs**\n");
  }

  @Test
  void lines_ofAWorkbook_areAsAgreed() {
    WorkbookFixture workbook =
        workbook("50430, 50431", "2027-01-01 ", "report\u00a0{code}")
            .scenario(
                "s",
                "why",
                "",
                "",
                "",
                "",
                "2026-03-03",
                "",
                "50431\n74425",
                "",
                "",
                "",
                "NRT-1",
                "")
            .edit(book -> book.getSheetAt(0).getRow(8).createCell(1).setCellValue(50431));

    GoldenFile.assertSame(
        "effect/workbook-lines.txt",
        WorkbookLines.of(WorkbookContent.of("the workbook", workbook.bytes())));
  }

  @Test
  void lines_ofWhatIsNoWorkbook_sayWhy() {
    assertThat(WorkbookLines.of(WorkbookContent.of("x", new byte[] {1})))
        .startsWith("=== problems\nx: TABLE-NOT-A-WORKBOOK ");
    assertThat(WorkbookLines.of(WorkbookContent.NONE)).isEmpty();
  }
}
