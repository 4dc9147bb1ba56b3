package org.preclaim.reference.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.reference.DiagnosisTable;
import org.preclaim.reference.DiagnosisTable.Standing;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.Imports;
import org.preclaim.reference.source.OfficialFile;
import org.preclaim.reference.source.SourceLimits;

class DiagnosisImporterTest {

  private static final DiagnosisImporter IMPORTER = new DiagnosisImporter();
  private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
  private static final String NAME = "icd10cm_order_2026.txt";
  private static final List<String> RECORDS =
      List.of(
          record(1, "N13", '0'),
          record(2, "N131", '1'),
          record(3, "T83", '0'),
          record(4, "T8302XA", '1'));

  @Test
  void records_asPublished_tellValidCodesFromHeaders() throws CorruptTableException {
    PackedTable table = Imports.of(IMPORTER, file(NAME, RECORDS)).table();
    DiagnosisTable diagnoses = new PackedDiagnoses(table);

    assertThat(diagnoses.standing("N131", DAY)).isEqualTo(Standing.VALID);
    assertThat(diagnoses.standing("N13", DAY)).isEqualTo(Standing.HEADER);
    assertThat(diagnoses.standing("N139", DAY)).isEqualTo(Standing.UNKNOWN);
    assertThat(diagnoses.vintage().until()).isEqualTo("2026-10-01");
  }

  @Test
  void standing_ofACodeWithOnlyItsFiller_isHeader() throws CorruptTableException {
    DiagnosisTable diagnoses =
        new PackedDiagnoses(Imports.of(IMPORTER, file(NAME, RECORDS)).table());

    assertThat(diagnoses.standing("T8302X", DAY)).isEqualTo(Standing.HEADER);
    assertThat(diagnoses.standing("T8", DAY)).isEqualTo(Standing.UNKNOWN);
    assertThat(diagnoses.standing("T83-", DAY)).isEqualTo(Standing.UNKNOWN);
    assertThat(diagnoses.standing("T8302XABC", DAY)).isEqualTo(Standing.UNKNOWN);
  }

  @Test
  void standing_withDatedRowsBeside_tellsAnEndedCodeFromOneThatNeverWas()
      throws CorruptTableException {
    String dated = "icd10cm_code_no_dot,start_date,end_date,flags\nN139,20151001,20250930,\n";
    AgeFlagsImporter ages = new AgeFlagsImporter();
    DiagnosisTable beside =
        new PackedAgeEdits(Imports.of(ages, Imports.text("mce_v43.csv", dated)).table());
    DiagnosisTable diagnoses =
        new PackedDiagnoses(Imports.of(IMPORTER, file(NAME, RECORDS)).table()).beside(beside);

    assertThat(diagnoses.standing("N139", DAY)).isEqualTo(Standing.OUT_OF_DATE);
    assertThat(diagnoses.standing("N138", DAY)).isEqualTo(Standing.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "icd10cm_order_2022.txt, icd10cm_order_2022.txt.gz, 2021-10-01, 2022-10-01",
    "icd10cm-order-2026.txt, 2026-code-descriptions.zip/icd10cm-order-2026.txt,"
        + " 2025-10-01, 2026-10-01",
    "icd10cm-order-April-2024.txt, icd10cm-order-April-2024.txt, 2024-04-01, 2024-10-01",
    "icd10cm_order_2025.txt, april-1-2025-code-files.zip/icd10cm_order_2025.txt,"
        + " 2025-04-01, 2025-10-01"
  })
  void name_ofAFile_saysItsFiscalYear(
      String name, String shownAs, LocalDate effective, LocalDate until) {
    String text = String.join("\r\n", RECORDS);
    OfficialFile file = Imports.text(name, shownAs, text, StandardCharsets.ISO_8859_1);
    PackedTable table = Imports.of(IMPORTER, file).table();

    assertThat(table.vintage().effective()).isEqualTo(effective);
    assertThat(table.vintage().until()).isEqualTo(until);
  }

  @Test
  void name_withoutAYear_leavesTheDateToTheUser() {
    assertThat(Imports.recognised(IMPORTER, file("codes.txt", RECORDS)).effective()).isNull();
  }

  @Test
  void addenda_ofAnotherLayout_areNotRecognised() throws Exception {
    OfficialFile file = file("icd10cm_order_addenda_2026.txt", RECORDS);
    @Nullable Object recognised = IMPORTER.recognise(file, new ImportLog(SourceLimits.DEFAULT));

    assertThat(recognised).isNull();
  }

  @Test
  void records_withEverythingWrong_areToldAllAtOnce() {
    List<String> lines =
        List.of(
            RECORDS.get(0),
            record(2, "N1.3", '1'),
            record(3, "N131", '2'),
            record(4, "N13", '1'),
            record(6, "N132", '1'),
            record(7, "N133", '1').substring(0, 40),
            record(7, "N133", '1').replaceFirst("00007 ", "000070"),
            "0000X" + record(8, "N134", '1').substring(5),
            record(8, "1N34", '1').replace("invented title", "              "));

    GoldenFile.assertSame(
        "reference/codes/diagnosis-records.txt",
        Imports.of(IMPORTER, file(NAME, lines)).problems());
  }

  @Test
  void release_inTwoFiles_isRefused() {
    Imports.Outcome outcome =
        Imports.of(IMPORTER, file(NAME, RECORDS), file("icd10cm-order-2026.txt", RECORDS));

    assertThat(outcome.problems())
        .isEqualTo(
            "icd10cm-order-2026.txt: REF-PARTS the release of 2025-10-01 came twice, expected one"
                + " file; the other is `icd10cm_order_2026.txt`\n");
  }

  @Test
  void realFile_of2022_hasItsPublishedCounts() throws CorruptTableException {
    OfficialFile real = Imports.real("codes/icd10cm_order_2022.txt.gz").get(0);
    PackedTable table = Imports.of(IMPORTER, real).table();
    DiagnosisTable diagnoses = new PackedDiagnoses(table);
    LocalDate day = LocalDate.of(2021, 10, 1);

    assertThat(table.vintage().rows()).isEqualTo(95_524);
    assertThat(table.vintage().effective()).isEqualTo(day);
    assertThat(diagnoses.standing("N1330", day)).isEqualTo(Standing.VALID);
    assertThat(diagnoses.standing("N133", day)).isEqualTo(Standing.HEADER);
    assertThat(diagnoses.standing("N1399", day)).isEqualTo(Standing.UNKNOWN);
  }

  private static OfficialFile file(String name, List<String> records) {
    return Imports.text(name, String.join("\r\n", records) + "\r\n");
  }

  private static String record(int order, String code, char flag) {
    String digits = "0000" + order;
    String padded = code + " ".repeat(7 - code.length());
    return digits
        + " "
        + padded
        + " "
        + flag
        + " "
        + "invented title"
        + " ".repeat(46)
        + " invented title in full";
  }
}
