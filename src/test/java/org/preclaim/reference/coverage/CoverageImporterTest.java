package org.preclaim.reference.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.reference.CoverageArticles;
import org.preclaim.reference.CoverageArticles.Coverage;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.source.ArrivedFiles;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.Imports;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.Progress;
import org.preclaim.reference.source.SourceLimits;

class CoverageImporterTest {

  private static final CoverageImporter IMPORTER = new CoverageImporter();
  private static final LocalDate FETCHED = LocalDate.of(2026, 1, 1);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 3);

  @Test
  void code_inAGroupThatAParagraphNames_isLinked() throws CorruptTableException {
    CoverageArticles articles = imported();

    assertThat(articles.find("G0105", List.of("N1330"), DAY))
        .containsExactly(
            new Coverage("A10000", 1, true, true), new Coverage("A10000", 2, true, true));
    assertThat(articles.find("G0105", List.of("N131", "Z000"), DAY))
        .containsExactly(
            new Coverage("A10000", 1, true, true), new Coverage("A10000", 2, true, false));
  }

  @Test
  void code_thatAParagraphNames_isLinked() throws CorruptTableException {
    assertThat(imported().find("G0121", List.of("C61"), DAY))
        .containsExactly(new Coverage("A10000", 2, true, true));
  }

  @Test
  void code_thatNoParagraphSpeaksOf_hasNoCoverage() throws CorruptTableException {
    assertThat(imported().find("G0328", List.of("C61"), DAY)).isEmpty();
    assertThat(imported().find("G9999", List.of("C61"), DAY)).isEmpty();
    assertThat(imported().find("no code", List.of("no code"), DAY)).isEmpty();
  }

  @Test
  void paragraph_thatNamesNoCodes_isNotLinked() throws CorruptTableException {
    assertThat(imported().find("J1100", List.of("R310"), DAY))
        .containsExactly(
            new Coverage("A20000", 1, false, true), new Coverage("A30000", 1, false, false));
  }

  @Test
  void group_thatStandsForNoList_isNotLinked() throws CorruptTableException {
    assertThat(imported().find("J1200", List.of("R310"), DAY))
        .containsExactly(new Coverage("A30000", 1, false, false));
  }

  @Test
  void versions_ofAnArticle_followOneAnother() throws CorruptTableException {
    CoverageArticles articles = imported();
    List<String> diagnosis = List.of("N390");

    assertThat(articles.find("G0104", diagnosis, LocalDate.of(2024, 12, 31))).isEmpty();
    assertThat(articles.find("G0104", diagnosis, LocalDate.of(2025, 12, 31)))
        .containsExactly(
            new Coverage("A10000", 1, true, true), new Coverage("A20000", 1, false, false));
    assertThat(articles.find("G0104", diagnosis, LocalDate.of(2026, 1, 1)))
        .containsExactly(
            new Coverage("A10000", 1, true, false), new Coverage("A20000", 1, false, false));
    assertThat(articles.find("G0104", diagnosis, LocalDate.of(2026, 4, 1)))
        .containsExactly(new Coverage("A10000", 1, true, false));
  }

  @Test
  void import_tellsWhatCannotBeCheckedAndWhatStandsThereTwice() {
    Imports.Outcome outcome = Imports.of(IMPORTER, FETCHED, files(published()));

    GoldenFile.assertSame("reference/coverage/notices.txt", outcome.notices());
  }

  @Test
  void export_withEverythingWrong_isToldAllAtOnce() {
    Map<String, String> texts = published();
    texts.put(
        "article.csv",
        """
        article_id,article_version,display_id,article_eff_date,article_end_date
        100,3,A1,2026-13-01,
        101,1,A2,2026-01-01,2025-12-31
        102,1,A3,,
        103,x,A4,2026-01-01,
        104,1,A5,2026-01-01,
        104,1,A5,2026-01-01,
        104,2,A5
        106,1,A 6,2999-12-31,
        """);
    texts.put(
        "article_x_hcpc_code.csv",
        """
        article_id,article_version,hcpc_code_id,hcpc_code_group
        104,1,G104,1
        104,1,G0104,one
        """);
    texts.put(
        "article_x_icd10_covered.csv",
        """
        article_id,article_version,icd10_code_id,icd10_covered_group
        104,1,N13..3,1
        105,1,N13.30,1
        """);
    texts.put("article_x_icd10_covered_group.csv", "article_id,article_version,group,text\n");

    GoldenFile.assertSame(
        "reference/coverage/problems.txt", Imports.of(IMPORTER, FETCHED, files(texts)).problems());
  }

  @Test
  void export_withoutAFile_isRefused() {
    Map<String, String> texts = published();
    texts.remove("article_x_icd10_covered_group.csv");
    texts.remove("article_x_hcpc_code.csv");

    assertThat(Imports.of(IMPORTER, FETCHED, files(texts)).problems())
        .isEqualTo(
            """
            article.csv: REF-PARTS `article_x_hcpc_code.csv` is not there, expected all files of \
            the export
            article.csv: REF-PARTS `article_x_icd10_covered_group.csv` is not there, expected all \
            files of the export
            """);
  }

  @Test
  void export_asPublished_liesInAZipInAZip(@TempDir Path folder) throws Exception {
    Path zip = folder.resolve("current_article.zip");
    byte[] inner = zipped(published());
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("current_article_csv.zip"));
      out.write(inner);
    }
    ImportLog log = new ImportLog(SourceLimits.DEFAULT);
    List<OfficialFile> files =
        ArrivedFiles.in(zip, "current_article.zip", SourceLimits.DEFAULT, Progress.NONE, log);

    assertThat(files).hasSize(4);
    assertThat(
            Imports.of(IMPORTER, FETCHED, files.toArray(OfficialFile[]::new))
                .table()
                .vintage()
                .rows())
        .isEqualTo(26);
  }

  @Test
  void name_ofTheArchive_maySayTheDay() {
    OfficialFile file =
        Imports.text(
            "article.csv",
            "current_article_2026-11-19.zip/article.csv",
            published().getOrDefault("article.csv", ""),
            StandardCharsets.UTF_8);

    assertThat(Imports.recognised(IMPORTER, file).effective()).isEqualTo("2026-11-19");
  }

  private static CoverageArticles imported() throws CorruptTableException {
    return new PackedCoverageArticles(Imports.of(IMPORTER, FETCHED, files(published())).table());
  }

  private static Map<String, String> published() {
    Map<String, String> texts = new TreeMap<>();
    Arrays.stream(ExportFile.values())
        .map(ExportFile::fileName)
        .forEach(name -> texts.put(name, GoldenFile.text("reference/coverage/" + name)));
    return texts;
  }

  private static OfficialFile[] files(Map<String, String> texts) {
    return texts.entrySet().stream()
        .map(
            each ->
                Imports.text(each.getKey(), each.getKey(), each.getValue(), StandardCharsets.UTF_8))
        .toArray(OfficialFile[]::new);
  }

  private static byte[] zipped(Map<String, String> texts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> each : texts.entrySet()) {
        out.putNextEntry(new ZipEntry(each.getKey()));
        out.write(each.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
