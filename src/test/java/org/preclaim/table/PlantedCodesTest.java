package org.preclaim.table;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.util.CellAddress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preclaim.fixtures.SmallTables;
import org.preclaim.problem.Problem;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.DiagnosisTable;
import org.preclaim.reference.FeeScheduleEntry;
import org.preclaim.reference.HcpcsTable;
import org.preclaim.reference.RemittanceCodes;
import org.preclaim.release.NotChecked;
import org.preclaim.release.OfficialLint;

/** Codes that official files do not have, planted at random cells of the workbooks that ship. */
class PlantedCodesTest {

  private static final RemittanceCodes.Use USED =
      new RemittanceCodes.Use(LocalDate.of(1995, 1, 1), null);
  private static final RemittanceCodes.Use STOPPED =
      new RemittanceCodes.Use(LocalDate.of(1995, 1, 1), LocalDate.of(2000, 1, 1));

  private static ShippedBooks shipped;
  private static SmallTables official;

  /** Official files that have every code of the shipped workbooks, and one that is retired. */
  @BeforeAll
  static void read() throws IOException {
    shipped = ShippedBooks.read();
    official =
        new SmallTables(LocalDate.of(2010, 1, 1), LocalDate.of(2030, 1, 1))
            .with(Dataset.HCPCS, "G0001", HcpcsTable.Standing.OUT_OF_DATE)
            .with(Dataset.ICD10_CM, "N991", DiagnosisTable.Standing.OUT_OF_DATE)
            .with(Dataset.ICD10_CM, "N13", DiagnosisTable.Standing.HEADER)
            .remittance(RemittanceCodes.Kind.REASON, "Y99", STOPPED)
            .remittance(RemittanceCodes.Kind.REMARK, "N9998", STOPPED);
    List<Mention> mentions =
        shipped.models().values().stream().flatMap(each -> Mention.in(each).stream()).toList();
    mentions.forEach(PlantedCodesTest::addIfReported);
    mentions.forEach(PlantedCodesTest::add);
  }

  /** Before the prefixes: the first entry of a code decides what it is. */
  private static void addIfReported(Mention mention) {
    if (mention.kind() == Mention.Kind.DIAGNOSIS) {
      official.with(Dataset.ICD10_CM, undotted(mention), DiagnosisTable.Standing.VALID);
    }
  }

  private static void add(Mention mention) {
    switch (mention.kind()) {
      case PROCEDURE ->
          official.fee(new FeeScheduleEntry(mention.code(), "", "A", 0, "000", 0, 0, 0, 0, 0));
      case DIAGNOSIS, DIAGNOSIS_PREFIX ->
          official.with(Dataset.ICD10_CM, undotted(mention), DiagnosisTable.Standing.HEADER);
      case REASON -> official.remittance(RemittanceCodes.Kind.REASON, mention.code(), USED);
      case REMARK -> official.remittance(RemittanceCodes.Kind.REMARK, mention.code(), USED);
    }
  }

  private static String undotted(Mention mention) {
    return mention.code().replace(".", "");
  }

  /** The cell with another code in place of the one that it mentions, in whichever spelling. */
  private static String replaced(String cell, Mention mention, String code) {
    String item =
        "(?<![\\w.])(?:\\Q%s\\E|%s)(?![\\w.])".formatted(mention.code(), undotted(mention));
    String replaced = cell.replaceFirst(item, code);
    assertThat(replaced).as("%s at %s", mention.code(), mention.place()).isNotEqualTo(cell);
    return replaced;
  }

  @Test
  void workbooks_thatShip_nameNoOtherCodes() {
    for (Workbook workbook : shipped.models().values()) {
      assertThat(new OfficialLint(official).check(Mention.in(workbook)).problems()).isEmpty();
    }
  }

  @Test
  void codes_withoutOfficialFiles_areToldAsNotChecked() {
    List<Mention> mentions =
        shipped.models().values().stream().flatMap(each -> Mention.in(each).stream()).toList();
    SmallTables nothing = new SmallTables(LocalDate.EPOCH, LocalDate.MAX);

    OfficialLint.Answer answer = new OfficialLint(nothing).check(mentions);

    assertThat(answer.problems()).isEmpty();
    assertThat(answer.notChecked())
        .extracting(NotChecked::check)
        .contains("mpfs", "icd-10-cm", "carc-rarc");
  }

  @ParameterizedTest
  @CsvSource({
    "CODE_UNKNOWN,      PROCEDURE,        99998",
    "CODE_UNKNOWN,      PROCEDURE,        G9998",
    "CODE_RETIRED,      PROCEDURE,        G0001",
    "DIAGNOSIS_UNKNOWN, DIAGNOSIS_PREFIX, X99.9",
    "DIAGNOSIS_UNKNOWN, DIAGNOSIS,        X99.9",
    "DIAGNOSIS_RETIRED, DIAGNOSIS_PREFIX, N99.1",
    "DIAGNOSIS_RETIRED, DIAGNOSIS,        N99.1",
    "DIAGNOSIS_HEADER,  DIAGNOSIS,        N13",
    "CARC_UNKNOWN,      REASON,           998",
    "CARC_STOPPED,      REASON,           Y99",
    "RARC_UNKNOWN,      REMARK,           N9999",
    "RARC_STOPPED,      REMARK,           N9998"
  })
  void code_plantedAtARandomCell_isReportedThere(TableFault fault, Mention.Kind kind, String code) {
    Random random = ShippedBooks.random(fault);
    for (int time = 0; time < ShippedBooks.TIMES; ) {
      PlantedBook book = shipped.any(random);
      List<Mention> mentions =
          Mention.in(book.model()).stream().filter(each -> each.kind() == kind).toList();
      if (!mentions.isEmpty()) {
        Mention mention = book.any(mentions);
        CellAddress at = new CellAddress(requireNonNull(mention.place().cell()));
        PlantedBook.Spot spot =
            new PlantedBook.Spot(
                requireNonNull(mention.place().sheet()), at.getRow(), at.getColumn());
        book.put(spot, replaced(book.text(spot), mention, code));
        Workbook planted =
            requireNonNull(
                WorkbookReader.read(book.sheets(), new Report(book.model().file())).workbook());
        List<Problem> problems = new OfficialLint(official).check(Mention.in(planted)).problems();

        PlantedReport.of(fault, Planting.at(mention.place()))
            .check(problems, ShippedBooks.which(time));
        time++;
      }
    }
  }
}
