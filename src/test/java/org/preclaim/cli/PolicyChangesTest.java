package org.preclaim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.CommandLineRun;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.journal.Journal;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;
import org.preclaim.release.StoredRelease;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code policies diff}, {@code policies textconv} and {@code policies effect}. */
class PolicyChangesTest {

  private static final String WORKBOOK = "decision-tables/add-on-codes.xlsx";
  private static final JsonMapper JSON = JsonMapper.shared();

  private Path data;
  private Path draft;

  @BeforeEach
  void write(@TempDir Path folder) throws IOException {
    data = folder;
    draft = folder.resolve("draft");
    Files.createDirectories(draft.resolve("rules"));
    String rules = Files.readString(SampleDesk.POLICIES.resolve("rules/sample.drl"));
    Files.writeString(draft.resolve("rules/sample.drl"), rules.replace("\"99999\"", "\"11111\""));
  }

  private CommandLineRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("policies"));
    all.addAll(List.of(arguments));
    if (!arguments[0].equals("textconv")) {
      all.addAll(List.of("--data", data.toString()));
    }
    return CommandLineRun.of("", all.toArray(String[]::new));
  }

  private String keep(Path policies) throws Exception {
    StoredRelease release =
        PolicyFolder.open(policies).stored().beside(ReferenceStore.open(data).data());
    try (Journal journal = Journal.open(data.resolve("journal.db").toString(), SampleDesk.CLOCK)) {
      journal.keep(release);
    }
    return release.id();
  }

  @Test
  void diff_ofFolders_tellsRulesAndExitsWithOne() {
    CommandLineRun run = run("diff", SampleDesk.POLICIES.toString(), draft.toString());

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("rules/sample.drl\n  rule \"SAMPLE-001 code 99999 is not paid\" changed: code\n")
        .endsWith("1 change of code\n");
    assertThat(run("diff", draft.toString(), draft.toString()).exit()).isZero();
  }

  @Test
  void diff_ofReleases_isThatOfTheirFolders() throws Exception {
    String before = keep(SampleDesk.POLICIES);
    String after = keep(draft);

    JsonNode json = JSON.readTree(run("diff", before, after, "--format", "json").out());

    assertThat(json.path("before").asString()).isEqualTo(before);
    assertThat(json.at("/files/0/rules/0/name").asString()).startsWith("SAMPLE-001");
    assertThat(run("diff", after, draft.toString()).exit()).isZero();
    assertThat(run("diff", after, "sha256:0").err()).contains("is no release of the journal");
  }

  @Test
  void diff_ofFiles_takesAnEmptyOneForNone() throws IOException {
    Path nothing = Files.createFile(data.resolve("nothing"));

    CommandLineRun run = run("diff", nothing.toString(), WORKBOOK, "--format", "markdown");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("add\\-on\\-codes\\.xlsx (added)", "policy ADD\\-50706 added");
    assertThat(run("diff", WORKBOOK, WORKBOOK).out()).isEqualTo("nothing differs\n");
  }

  @Test
  void diff_ofUnlikeThings_isRefused() {
    String rules = SampleDesk.POLICIES.resolve("rules/sample.drl").toString();

    assertThat(run("diff", WORKBOOK, rules).err()).contains("rules are compared with rules");
    assertThat(run("diff", WORKBOOK, draft.toString()).err()).contains("a file is compared with");
    assertThat(run("diff", "nowhere", WORKBOOK).err()).contains("`nowhere`: there is no such");
    assertThat(run("diff", data.toString(), draft.toString()).err()).contains("RELEASE-EMPTY");
    assertThat(run("diff", "nowhere", WORKBOOK).exit()).isEqualTo(2);
  }

  @Test
  void textconv_ofAWorkbook_namesPolicyAndColumnInEachLine() throws IOException {
    CommandLineRun run = run("textconv", WORKBOOK);

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("\nADD-50706 | Effective from: 2016-01-01\n");
    Path broken = Files.writeString(data.resolve("broken.xlsx"), "no workbook");
    assertThat(run("textconv", broken.toString()).exit()).isZero();
    assertThat(run("textconv", broken.toString()).out()).contains("TABLE-NOT-A-WORKBOOK");
  }

  @Test
  void effect_onFiles_tellsWhatChangesAndWhatIsUnreadable() throws IOException {
    Path file = data.resolve("in.ndjson");
    Files.writeString(file, SampleDesk.CLEAN + "\n{\"id\":1}\n" + SampleDesk.DENIED + "\n");
    String policies = SampleDesk.POLICIES.toString();

    CommandLineRun run =
        run("effect", draft.toString(), "--against", policies, file.toString(), "--format", "json");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("in.ndjson:2");
    JsonNode report = JSON.readTree(run.out());
    assertThat(report.at("/entries/chosen").asLong()).isEqualTo(3);
    assertThat(report.at("/entries/notDecided").asLong()).isEqualTo(1);
    assertThat(report.at("/policies/0/added").asLong()).isEqualTo(1);
    assertThat(report.at("/examples/0/encounter").asString()).isEqualTo("E-CLEAN");
    assertThat(run("effect", policies, "--policies", policies, file.toString()).exit())
        .isEqualTo(2);
    assertThat(run("effect", policies, "--policies", policies, "nowhere.json").err())
        .contains("nowhere.json: CLI-UNREADABLE");
  }

  @Test
  void effect_onTheJournal_takesStoredReleases() throws Exception {
    Path file = data.resolve("in.ndjson");
    Files.writeString(file, SampleDesk.CLEAN + "\n" + SampleDesk.DENIED + "\n");
    CommandLineRun.withPolicies("check", "--data", data.toString(), file.toString());
    Path workbook = data.resolve("effect.xlsx");
    String policies = SampleDesk.POLICIES.toString();
    String id = keep(draft);

    CommandLineRun run = run("effect", id, "--policies", policies);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("effect of " + id)
        .containsPattern("total +0 +0 +1 +1 +0\\.00");
    run("effect", id, "--against", policies, "--format", "xlsx", "--output", workbook.toString());
    try (InputStream in = Files.newInputStream(workbook);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      assertThat(book.getSheet("Policies").getRow(2).getCell(0).getStringCellValue())
          .isEqualTo("total");
    }
    assertThat(run("effect", id, "--policies", policies, "--code", "11111", file.toString()).err())
        .contains("expected no files");
  }
}
