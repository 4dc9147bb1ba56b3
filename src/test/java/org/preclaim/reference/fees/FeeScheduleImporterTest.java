package org.preclaim.reference.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.reference.FeeSchedule;
import org.preclaim.reference.FeeScheduleEntry;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.pack.CorruptTableException;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.source.Imports;
import org.preclaim.reference.source.OfficialFile;

class FeeScheduleImporterTest {

  private static final FeeScheduleImporter IMPORTER = new FeeScheduleImporter();
  private static final String TITLE =
      "2026 National Physician Fee Schedule Relative Value File April Release";
  private static final List<FeeScheduleEntry> ENTRIES =
      List.of(
          new FeeScheduleEntry("G0104", "", "A", 0, "000", 2, 0, 1, 0, 0),
          new FeeScheduleEntry("G0104", "53", "A", 0, "000", 2, 0, 1, 0, 0),
          new FeeScheduleEntry("G0130", "26", "R", 1, "XXX", 0, 3, 9, 9, 9),
          new FeeScheduleEntry("G9999", "", "X", 9, "ZZZ", 9, 9, 0, 2, 2));

  @Test
  void csv_withStackedHeader_givesItsEntries() throws CorruptTableException {
    PackedTable table = Imports.of(IMPORTER, csv("PPRRVU26.csv", "\r\n", lines())).table();

    assertEntries(table);
    Vintage vintage = table.vintage();
    assertThat(vintage.effective()).isEqualTo("2026-04-01");
    assertThat(vintage.until()).isEqualTo("2026-07-01");
    assertThat(vintage.rows()).isEqualTo(4);
  }

  @Test
  void csv_withColumnOf2026_givesTheSameEntries() throws CorruptTableException {
    List<String> widened = RelativeValueText.withPricingIndicator(lines());

    assertThat(widened.get(3)).contains("SURG,IND,BASE");
    assertEntries(Imports.of(IMPORTER, csv("PPRRVU26.csv", "\n", widened)).table());
  }

  @Test
  void csv_withLinesThatEndInReturn_givesTheSameEntries() throws CorruptTableException {
    assertEntries(Imports.of(IMPORTER, csv("PPRRVU26.csv", "\r", lines())).table());
  }

  @Test
  void fixedWidth_withHeaderRecords_givesTheSameEntries() throws CorruptTableException {
    List<String> lines = new ArrayList<>(List.of("HDR invented", "HDR"));
    ENTRIES.forEach(entry -> lines.add(RelativeValueText.record(entry)));
    OfficialFile file =
        Imports.text(
            "PPRRVU26.txt",
            "RVU26B.zip/PPRRVU26.txt",
            String.join("\r\n", lines),
            OfficialFile.CHARSET);

    assertEntries(Imports.of(IMPORTER, file).table());
  }

  @Test
  void release_inSeveralForms_isReadOnceAndTheOthersAreNamed() throws CorruptTableException {
    OfficialFile text = Imports.text("PPRRVU2026_Apr_QPP.txt", "not even a record");
    Imports.Outcome outcome =
        Imports.of(IMPORTER, csv("PPRRVU2026_Apr_nonQPP.csv", "\n", lines()), text);

    assertEntries(outcome.table());
    assertThat(outcome.notices())
        .isEqualTo(
            "PPRRVU2026_Apr_QPP.txt: REF-NOT-USED the same release is read from"
                + " `PPRRVU2026_Apr_nonQPP.csv`\n");
  }

  @ParameterizedTest
  @CsvSource({
    "RVU24C.zip/PPRRVU24.csv, 2024-07-01",
    "rvu26ar.zip/PPRRVU26.csv, 2026-01-01",
    "RVU25D/PPRRVU25.csv, 2025-10-01",
    "PPRRVU24_JUL.csv, 2024-07-01",
    "PPRRVU2026_Jan_nonQPP.csv, 2026-01-01",
    "RVU26A.zip/PPRRVU26_APR.csv, 2026-04-01",
    "PPRRVU26.csv,",
  })
  void name_ofAFile_saysItsQuarter(String shownAs, @Nullable LocalDate expected) {
    String name = shownAs.substring(shownAs.lastIndexOf('/') + 1);
    OfficialFile file =
        Imports.text(
            name,
            shownAs,
            String.join("\n", RelativeValueText.header("no title")),
            OfficialFile.CHARSET);

    assertThat(Imports.recognised(IMPORTER, file).effective()).isEqualTo(expected);
  }

  @Test
  void csv_withoutColumns_namesEachOfThem() {
    List<String> lines =
        lines().stream().map(line -> line.replace("BILAT", "SIDE").replace("CO-", "MULT")).toList();

    GoldenFile.assertSame(
        "reference/fees/columns.txt",
        Imports.of(IMPORTER, csv("PPRRVU26.csv", "\n", lines)).problems());
  }

  @Test
  void csv_withEverythingWrong_tellsItAllAtOnce() {
    List<String> lines = lines();
    String sound = lines.get(4);
    lines.add(sound.replace("G0104", "104"));
    lines.add(sound.replace("G0104,,", "G0105,59,"));
    lines.add(sound.replace("G0104", "G0106").replace(",A,", ",K,").replace(",000,", ",030,"));
    lines.add(
        RelativeValueText.row(new FeeScheduleEntry("G0107", "", "A", 10, "XXX", 11, 4, 3, 4, 5)));
    lines.add(sound);
    lines.add("G0108,,invented,A");

    GoldenFile.assertSame(
        "reference/fees/rows.txt",
        Imports.of(IMPORTER, csv("PPRRVU26.csv", "\n", lines)).problems());
  }

  @Test
  void fixedWidth_withEverythingWrong_tellsItAllAtOnce() {
    String sound = RelativeValueText.record(ENTRIES.get(0));
    String text =
        String.join(
            "\n", "HDR", sound, sound, sound.substring(0, 130), " " + sound.substring(0, 199));

    GoldenFile.assertSame(
        "reference/fees/records.txt",
        Imports.of(IMPORTER, Imports.text("PPRRVU26_APR.txt", text)).problems());
  }

  @Test
  void csv_withoutHeader_isRefused() {
    assertThat(Imports.of(IMPORTER, Imports.text("PPRRVU26_APR.csv", "G0104,,x,A\n")).problems())
        .isEqualTo(
            "PPRRVU26_APR.csv: REF-HEADER there is no row that begins with `HCPCS`, expected the"
                + " last row of the header\n");
  }

  @Test
  void csv_withoutEntries_isRefused() {
    OfficialFile file = csv("PPRRVU26.csv", "\n", RelativeValueText.header(TITLE));

    assertThat(Imports.of(IMPORTER, file).problems())
        .isEqualTo("PPRRVU26.csv: REF-ROW-COUNT the file has no entry\n");
  }

  @Test
  void realFile_ofJuly2024_hasItsPublishedCounts() throws CorruptTableException {
    OfficialFile real = Imports.real("edits/PPRRVU24_JUL.csv").get(0);
    PackedTable table = Imports.of(IMPORTER, real).table();
    FeeSchedule schedule = new PackedFeeSchedule(table);

    assertThat(table.vintage().effective()).isEqualTo("2024-07-01");
    assertThat(table.vintage().rows()).isEqualTo(18_664);
    assertThat(schedule.find("50431", ""))
        .isEqualTo(new FeeScheduleEntry("50431", "", "A", 0, "000", 2, 1, 1, 0, 0));
    assertThat(schedule.find("74400", "26"))
        .isEqualTo(new FeeScheduleEntry("74400", "26", "A", 1, "XXX", 0, 0, 0, 0, 0));
    assertThat(schedule.find("50210", "")).isNull();
    assertThat(schedule.find("50431", "26")).isNull();
  }

  private static void assertEntries(PackedTable table) throws CorruptTableException {
    FeeSchedule schedule = new PackedFeeSchedule(table);
    for (FeeScheduleEntry entry : ENTRIES) {
      assertThat(schedule.find(entry.code(), entry.modifier())).isEqualTo(entry);
    }
    assertThat(schedule.find("G0130", "")).isNull();
    assertThat(schedule.find("G010", "4")).isNull();
    assertThat(schedule.find("g0104", "")).isNull();
  }

  private static List<String> lines() {
    List<String> lines = RelativeValueText.header(TITLE);
    ENTRIES.forEach(entry -> lines.add(RelativeValueText.row(entry)));
    return lines;
  }

  private static OfficialFile csv(String name, String lineEnd, List<String> lines) {
    return Imports.text(name, String.join(lineEnd, lines) + lineEnd);
  }
}
