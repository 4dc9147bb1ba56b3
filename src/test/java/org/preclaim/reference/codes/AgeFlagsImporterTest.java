package org.preclaim.reference.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.reference.AgeEdits.Ages;
import org.preclaim.reference.DiagnosisTable.Standing;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.source.Imports;
import org.preclaim.reference.source.OfficialFile;

class AgeFlagsImporterTest {

  private static final AgeFlagsImporter IMPORTER = new AgeFlagsImporter();
  private static final String HEADER = "icd10cm_code_no_dot,start_date,end_date,flags\r\n";
  private static final String NAME = "mce_v43_1_icd10cm.csv";

  @ParameterizedTest
  @CsvSource({
    "O000, 2015-10-01, maternity, 12, 55",
    "O000, 2016-09-30, maternity, 12, 55",
    "O000, 2016-10-01,,,",
    "O0000, 2019-09-30, maternity, 12, 55",
    "O0000, 2019-10-01, maternity, 9, 64",
    "N400, 2026-03-03, adult, 15, 124",
    "A33, 2026-03-03, newborn, 0, 0",
    "B010, 2026-03-03, pediatric, 0, 17",
    "N131, 2026-03-03,,,",
    "N999, 2026-03-03,,,"
  })
  void ages_ofACode_followTheDate(
      String code,
      LocalDate date,
      @Nullable String name,
      @Nullable Integer from,
      @Nullable Integer to)
      throws CorruptTableException {
    Ages expected = name == null || from == null || to == null ? null : new Ages(name, from, to);

    assertThat(edits().find(code, date)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "O000, 2016-09-30, VALID",
    "O000, 2016-10-01, HEADER",
    "O00, 2016-09-30, HEADER",
    "N999, 2025-09-30, VALID",
    "N999, 2025-10-01, OUT_OF_DATE",
    "N132, 2025-09-30, OUT_OF_DATE",
    "N132, 2025-10-01, VALID",
    "N13, 2026-03-03, HEADER",
    "N1, 2026-03-03, UNKNOWN",
    "N139, 2026-03-03, UNKNOWN",
    "N13., 2026-03-03, UNKNOWN"
  })
  void standing_ofACode_followsTheDate(String code, LocalDate date, Standing expected)
      throws CorruptTableException {
    assertThat(edits().standing(code, date)).isEqualTo(expected);
  }

  @Test
  void table_answersFromItsFirstRowToTheEndOfItsYear() {
    PackedTable table = Imports.of(IMPORTER, Imports.text(NAME, rows())).table();

    assertThat(table.span().effective()).isEqualTo("2026-04-01");
    assertThat(table.span().from()).isEqualTo("2015-10-01");
    assertThat(table.span().until()).isEqualTo("2026-10-01");
  }

  @ParameterizedTest
  @CsvSource({
    "mce_v43_1_icd10cm.csv, 2026-04-01",
    "mce_v43_0_icd10cm.csv, 2025-10-01",
    "mce_v37.csv, 2019-10-01",
    "mce_v42_2.csv,",
    "diagnoses.csv,"
  })
  void name_ofAFile_saysItsVersion(String name, @Nullable LocalDate expected) {
    assertThat(Imports.recognised(IMPORTER, Imports.text(name, rows())).effective())
        .isEqualTo(expected);
  }

  @Test
  void header_withMovedColumns_namesEachOfThem() {
    String moved = "icd10cm_code_no_dot,end_date,start_date,flags,sex\nA33,,20151001,,\n";

    GoldenFile.assertSame(
        "reference/codes/age-columns.txt",
        Imports.of(IMPORTER, Imports.text(NAME, moved)).problems());
  }

  @Test
  void rows_withEverythingWrong_areToldAllAtOnce() {
    String wrong =
        HEADER
            + "A3.3,20151001,,newborn\n"
            + "A34,20150230,,maternity\n"
            + "A35,20151001,2015,adult\n"
            + "A36,20151001,20150930,adult\n"
            + "A37,20151001,,adult|newborn\n"
            + "A38,20151001,,adults\n"
            + "A39,20151001,20170930,\n"
            + "A39,20170930,,\n"
            + "A40,19691231,,\n"
            + "A41,20151001";

    GoldenFile.assertSame(
        "reference/codes/age-rows.txt", Imports.of(IMPORTER, Imports.text(NAME, wrong)).problems());
  }

  @Test
  void file_withoutRows_isRefused() {
    assertThat(Imports.of(IMPORTER, Imports.text(NAME, HEADER)).problems())
        .isEqualTo(NAME + ": REF-ROW-COUNT the file has no row\n");
  }

  @Test
  void realFile_ofVersion43_hasItsPublishedCounts() throws CorruptTableException {
    OfficialFile real = Imports.real("codes/mce_v43_1_icd10cm.csv.gz").get(0);
    PackedTable table = Imports.of(IMPORTER, real).table();
    PackedAgeEdits edits = new PackedAgeEdits(table);
    LocalDate day = LocalDate.of(2026, 4, 1);

    assertThat(table.vintage().rows()).isEqualTo(84_932);
    assertThat(table.vintage().effective()).isEqualTo(day);
    assertThat(edits.find("N400", day)).isEqualTo(new Ages("adult", 15, 124));
    assertThat(edits.find("C61", day)).isNull();
    assertThat(edits.standing("N1330", day)).isEqualTo(Standing.VALID);
    assertThat(edits.standing("N133", day)).isEqualTo(Standing.HEADER);
  }

  private static PackedAgeEdits edits() throws CorruptTableException {
    return new PackedAgeEdits(Imports.of(IMPORTER, Imports.text(NAME, rows())).table());
  }

  private static String rows() {
    return HEADER
        + "A33,20151001,,newborn\r\n"
        + "B010,20151001,,pediatric|unacceptable\r\n"
        + "N131,20151001,,\r\n"
        + "N132,20251001,,unspecified\r\n"
        + "N400,20151001,20240930,male|adult\r\n"
        + "N400,20241001,,adult\r\n"
        + "N999,20151001,20250930,\r\n"
        + "O000,20151001,20160930,maternity|female\r\n"
        + "O0000,20161001,,maternity\r\n";
  }
}
