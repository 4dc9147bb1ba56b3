package org.preclaim.reference.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.Seed;
import org.preclaim.problem.Place;
import org.preclaim.problem.Problem;
import org.preclaim.reference.RemittanceCodes.Kind;
import org.preclaim.reference.RemittanceCodes.Use;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.source.ImportLog;
import org.preclaim.reference.source.Imports;
import org.preclaim.reference.source.Imports.Outcome;
import org.preclaim.reference.source.SourceLimits;

class RemittanceCodesImporterTest {

  private static final RemittanceCodesImporter IMPORTER = new RemittanceCodesImporter();
  private static final String NAME = "carc_rarc_2026-03_codes_only.csv";
  private static final String HEADER = "code,type,start,last_modified,end\n";
  private static final List<String> ROWS =
      List.of(
          "CO,Group,,,",
          "97,CARC,1995-01-01,2017-11-01,",
          "125,CARC,1995-01-01,2009-09-20,2013-11-01",
          "B15,CARC,1995-01-01,,",
          "N122,RARC,2003-02-28,,",
          "MA130,RARC,1997-01-01,2007-04-01,");

  @ParameterizedTest
  @CsvSource({
    "REASON, 97, 1995-01-01,",
    "REASON, 125, 1995-01-01, 2013-11-01",
    "REASON, B15, 1995-01-01,",
    "REMARK, N122, 2003-02-28,",
    "REMARK, MA130, 1997-01-01,"
  })
  void code_ofAList_hasItsDays(Kind kind, String code, LocalDate start, @Nullable LocalDate stop)
      throws CorruptTableException {
    assertThat(codes().find(kind, code)).isEqualTo(new Use(start, stop));
  }

  @ParameterizedTest
  @CsvSource({
    "REMARK, 97",
    "REASON, N122",
    "REASON, CO",
    "REMARK, N1",
    "REASON, 9.7",
    "REMARK, ''"
  })
  void code_thatIsNotOnItsList_isNotFound(Kind kind, String code) throws CorruptTableException {
    assertThat(codes().find(kind, code)).isNull();
  }

  @Test
  void table_answersFromItsFirstCodeUntilTheNextListIsDue() {
    PackedTable table = packed(text(ROWS)).table();

    assertThat(table.span().effective()).isEqualTo("2026-03-01");
    assertThat(table.span().from()).isEqualTo("1995-01-01");
    assertThat(table.span().until()).isEqualTo("2026-07-01");
    assertThat(table.vintage().rows()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "carc_rarc_2024-06_codes_only.csv, 2024-06-01",
    "carc-20260301.csv, 2026-03-01",
    "codes 2026-11-15.csv, 2026-11-15",
    "carc_2024-13.csv,",
    "codes.csv,"
  })
  void name_ofAFile_saysFromWhenItHolds(String name, @Nullable LocalDate expected) {
    assertThat(Imports.recognised(IMPORTER, Imports.text(name, text(ROWS))).effective())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,b,c\n", "code,start,end\n", "icd10cm_code_no_dot,start_date\n"})
  void file_ofAnotherTable_isLeftToOthers(String text) throws Exception {
    ImportLog log = new ImportLog(SourceLimits.DEFAULT);

    assertThat(IMPORTER.recognise(Imports.text(NAME, text), log)).isNull();
    assertThat(log.problems()).isEmpty();
  }

  /** Copies carry the texts, order their columns otherwise and write dates the American way. */
  @Test
  void columns_inAnotherOrderWithTexts_giveTheSameTable() {
    String other =
        "Type,Code,Description,Start,End,Last Modified\r\n"
            + "Group,CO,\"one, quoted\",,,\r\n"
            + "CARC,97,\"a text, with a comma\nand a line\",1/1/1995,,11/1/2017\r\n"
            + "CARC,125,\"it says \"\"no\"\"\",01/01/1995,11/01/2013,9/20/2009\r\n"
            + "CARC,B15,,1/1/1995,,\r\n"
            + "RARC,MA130,text,1/1/1997,,4/1/2007\r\n"
            + "RARC,N122,text,2/28/2003,,\r\n";

    assertThat(packed(other).table().vintage().digest())
        .isEqualTo(packed(text(ROWS)).table().vintage().digest());
  }

  @Test
  void header_withoutColumns_namesEachOfThem() {
    GoldenFile.assertSame(
        "reference/codes/remittance-columns.txt",
        packed("code,type,start,start,modified\n97,CARC,1995-01-01,,\n").problems());
  }

  @Test
  void rows_withEverythingWrong_areToldAllAtOnce() {
    String wrong =
        HEADER
            + "COO,Group,,,\n"
            + "097,CARC,1995-01-01,,\n"
            + "X122,RARC,1995-01-01,,\n"
            + "98,carc,1995-01-01,,\n"
            + "99,CARC,,,\n"
            + "100,CARC,1995-02-30,,\n"
            + "101,CARC,13/1/1995,yesterday,\n"
            + "102,CARC,1969-12-31,,\n"
            + "103,CARC,1995-01-01,,1995-01-01\n"
            + "104,CARC,1995-01-01,,\n"
            + "104,CARC,2005-01-01,,\n"
            + "105,CARC,1995-01-01,\n"
            + "106,CARC,1995-01-01,,,\n"
            + "N1,RARC,1995-01-01,,2013-11-0";

    GoldenFile.assertSame("reference/codes/remittance-rows.txt", packed(wrong).problems());
  }

  @Test
  void file_withoutOneOfItsLists_isRefused() {
    assertThat(packed(text(ROWS.subList(0, 4))).problems())
        .isEqualTo(NAME + ": REF-ROW-COUNT the file has no remark code, type RARC\n");
    assertThat(packed(HEADER).problems())
        .contains("no reason code, type CARC", "no remark code, type RARC");
  }

  /** Wherever within its last row a file ends. */
  @Test
  void file_cutOffWithinARow_isRefused() {
    String whole = text(List.of("97,CARC,1995-01-01,,", "N122,RARC,2003-02-28,,2013-11-01"));
    int lastRow = whole.lastIndexOf("N122");
    for (int end = lastRow + 1; end < whole.length(); end++) {
      assertThat(packed(whole.substring(0, end)).log().problemCount())
          .as("cut to `%s`", whole.substring(lastRow, end))
          .isPositive();
    }
    assertThat(packed(whole.substring(0, lastRow)).problems()).contains("REF-ROW-COUNT");
  }

  /** A slip of the hand is told where it is, or it is a code with other days or another code. */
  @Test
  void file_withOneOtherCharacter_isToldThereOrDiffersInThatRowOnly() throws Exception {
    Random random = new Random(Seed.VALUE);
    String signs = "09AZN,;/-\"\n x\u00E9";
    for (int time = 0; time < 500; time++) {
      int row = random.nextInt(ROWS.size());
      String text = ROWS.get(row);
      int at = random.nextInt(text.length());
      char sign = signs.charAt(random.nextInt(signs.length()));
      List<String> rows = new ArrayList<>(ROWS);
      rows.set(row, text.substring(0, at) + sign + text.substring(at + 1));
      Outcome outcome = packed(text(rows));
      String which = "seed " + Seed.VALUE + ", time " + time + ", " + rows.get(row);
      if (outcome.log().problemCount() > 0) {
        int line = row + 2;
        assertThat(outcome.log().problems())
            .as(which)
            .first()
            .extracting(Problem::place)
            .matches(place -> isAtOrAfter(place, line));
      } else {
        assertSameBut(row, new PackedRemittanceCodes(outcome.table()), which);
      }
    }
  }

  /** A quote swallows the rest of the file, so that its end or a later row is what is odd. */
  private static boolean isAtOrAfter(Place place, int line) {
    return !(place instanceof Place.TextPosition text) || text.line() >= line;
  }

  private static void assertSameBut(int row, PackedRemittanceCodes codes, String which) {
    for (int other = 0; other < ROWS.size(); other++) {
      String[] fields = ROWS.get(other).split(",", -1);
      if (other != row && !fields[1].equals("Group")) {
        Kind kind = fields[1].equals("CARC") ? Kind.REASON : Kind.REMARK;
        LocalDate stop = fields[4].isEmpty() ? null : LocalDate.parse(fields[4]);
        assertThat(codes.find(kind, fields[0]))
            .as(which)
            .isEqualTo(new Use(LocalDate.parse(fields[2]), stop));
      }
    }
  }

  @Test
  void realFile_ofJune2024_hasItsPublishedCounts() throws CorruptTableException {
    PackedTable table =
        Imports.of(IMPORTER, Imports.real("codes/carc_rarc_2024-06_codes_only.csv").get(0)).table();
    PackedRemittanceCodes codes = new PackedRemittanceCodes(table);

    assertThat(table.vintage().rows()).isEqualTo(405 + 1171);
    assertThat(table.vintage().effective()).isEqualTo("2024-06-01");
    assertThat(codes.find(Kind.REASON, "125"))
        .isEqualTo(new Use(LocalDate.of(1995, 1, 1), LocalDate.of(2013, 11, 1)));
    assertThat(codes.find(Kind.REMARK, "N122")).isNotNull();
    assertThat(codes.find(Kind.REMARK, "N9999")).isNull();
  }

  private static PackedRemittanceCodes codes() throws CorruptTableException {
    return new PackedRemittanceCodes(packed(text(ROWS)).table());
  }

  private static Outcome packed(String text) {
    return Imports.of(IMPORTER, Imports.text(NAME, text));
  }

  private static String text(List<String> rows) {
    return HEADER + String.join("\n", rows) + "\n";
  }
}
