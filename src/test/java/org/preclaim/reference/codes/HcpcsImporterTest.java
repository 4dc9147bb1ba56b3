package org.preclaim.reference.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.reference.HcpcsTable;
import org.preclaim.reference.HcpcsTable.Standing;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.source.Imports;
import org.preclaim.reference.source.OfficialFile;

class HcpcsImporterTest {

  private static final HcpcsImporter IMPORTER = new HcpcsImporter();
  private static final String NAME = "HCPC2026_JAN_ANWEB.txt";
  private static final List<String> LINES =
      List.of(
          "***Disclaimers\t\t\t",
          "",
          "\u00a0*An invented disclaimer of\u00a0any width\t\t",
          record("   A1", "00100", '7', "20020701", "20020701", "", 'N'),
          record("   V8", "00100", '7', "20100101", "20120401", "20120331", 'N'),
          record("A4466", "00100", '3', "20100101", "20170101", "20161231", 'N'),
          record("A4466", "00200", '4', "", "", "", ' '),
          record("G0105", "00100", '3', "20270101", "20270101", "", 'A'),
          record("D0120", "00100", '3', "19820101", "", "", 'N'));

  @ParameterizedTest
  @CsvSource({
    "A4466, 2009-12-31, OUT_OF_DATE",
    "A4466, 2010-01-01, VALID",
    "A4466, 2016-12-31, VALID",
    "A4466, 2017-01-01, OUT_OF_DATE",
    "G0105, 2026-03-03, OUT_OF_DATE",
    "D0120, 2026-03-03, VALID",
    "G0106, 2026-03-03, UNKNOWN",
    "A1, 2026-03-03, VALID",
    "V8, 2026-03-03, OUT_OF_DATE",
    "26, 2026-03-03, UNKNOWN",
    "no code, 2026-03-03, UNKNOWN"
  })
  void standing_ofACode_followsItsDates(String code, LocalDate date, Standing expected)
      throws CorruptTableException {
    HcpcsTable hcpcs = new PackedHcpcs(Imports.of(IMPORTER, file(NAME, LINES)).table());

    assertThat(hcpcs.standing(code, date)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "HCPC2019_CONTR_ANWEB.txt, 2019-01-01, 2020-01-01",
    "HCPC2024_JUL_ANWEB.txt, 2024-07-01, 2024-10-01",
    "HCPC2026_OCT_ANWEB_v2.txt, 2026-10-01, 2027-01-01"
  })
  void name_ofAFile_saysItsYearOrQuarter(String name, LocalDate effective, LocalDate until) {
    PackedTable table = Imports.of(IMPORTER, file(name, LINES)).table();

    assertThat(table.vintage().effective()).isEqualTo(effective);
    assertThat(table.vintage().until()).isEqualTo(until);
  }

  @Test
  void file_ofAnyOtherName_isKnownByItsRecords() {
    assertThat(Imports.recognised(IMPORTER, file("codes.txt", LINES)).effective()).isNull();
  }

  @Test
  void records_withEverythingWrong_areToldAllAtOnce() {
    String sound = record("G0105", "00100", '3', "20200101", "20200101", "", 'N');
    List<String> lines =
        List.of(
            "a disclaimer",
            sound,
            sound,
            sound.replace("G0105", "G0106").substring(0, 319),
            record("G0107", "00100", '3', "", "2020010", "20201301", '?'),
            record("G0108", "00100", '3', "20200101", "", "20191231", 'N'),
            record("G0109", "00100", '7', "20200101", "", "", 'N'),
            record("G0110", "00200", '4', "", "", "", ' '),
            "Total: 7 codes");

    GoldenFile.assertSame(
        "reference/codes/hcpcs-records.txt", Imports.of(IMPORTER, file(NAME, lines)).problems());
  }

  @Test
  void furtherRecord_thatIsTooShort_isOnlyNoticed() {
    List<String> lines =
        List.of(
            record("G0105", "00100", '3', "20200101", "20200101", "", 'N'),
            record("G0105", "00200", '4', "", "", "", ' ').substring(0, 316));
    Imports.Outcome outcome = Imports.of(IMPORTER, file(NAME, lines));

    assertThat(outcome.table().vintage().rows()).isEqualTo(1);
    assertThat(outcome.notices())
        .isEqualTo(
            NAME
                + ":2:317: REF-ROW the record has 316 characters, expected 320; it only goes on"
                + " with a description, which is not kept\n");
  }

  @Test
  void realFile_of2019_hasItsPublishedCounts() throws CorruptTableException {
    OfficialFile real =
        Imports.real("codes/2019-Alpha-Numeric-HCPCS-File.zip").stream()
            .filter(file -> file.name().equals("HCPC2019_CONTR_ANWEB.txt"))
            .findFirst()
            .orElseThrow();
    PackedTable table = Imports.of(IMPORTER, real).table();
    HcpcsTable hcpcs = new PackedHcpcs(table);
    LocalDate day = LocalDate.of(2019, 1, 1);

    assertThat(table.vintage().rows()).isEqualTo(6_800);
    assertThat(table.vintage().effective()).isEqualTo(day);
    assertThat(hcpcs.standing("E1390", day)).isEqualTo(Standing.VALID);
    assertThat(hcpcs.standing("C8904", day.minusDays(1))).isEqualTo(Standing.VALID);
    assertThat(hcpcs.standing("C8904", day)).isEqualTo(Standing.OUT_OF_DATE);
    assertThat(hcpcs.standing("50431", day)).isEqualTo(Standing.UNKNOWN);
  }

  private static OfficialFile file(String name, List<String> lines) {
    String text = String.join("\r\n", lines) + "\r\n";
    return Imports.text(name, name, text, StandardCharsets.ISO_8859_1);
  }

  private static String record(
      String code,
      String sequence,
      char kind,
      String added,
      String acted,
      String terminated,
      char action) {
    StringBuilder record = new StringBuilder(" ".repeat(HcpcsRecords.WIDTH));
    put(record, 1, code + sequence + kind + "invented");
    put(record, 269, added);
    put(record, 277, acted);
    put(record, 285, terminated);
    put(record, 293, "" + action);
    return record.toString();
  }

  private static void put(StringBuilder record, int column, String text) {
    record.replace(column - 1, column - 1 + text.length(), text);
  }
}
