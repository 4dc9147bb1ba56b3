package org.preclaim.edits;

import static org.preclaim.reference.Dataset.AGE_EDITS;
import static org.preclaim.reference.Dataset.COVERAGE_ARTICLES;
import static org.preclaim.reference.Dataset.HCPCS;
import static org.preclaim.reference.Dataset.ICD10_CM;
import static org.preclaim.reference.Dataset.MUE_DME_SUPPLIER;
import static org.preclaim.reference.Dataset.MUE_OUTPATIENT_HOSPITAL;
import static org.preclaim.reference.Dataset.MUE_PRACTITIONER;
import static org.preclaim.reference.Dataset.PTP_OUTPATIENT_HOSPITAL;
import static org.preclaim.reference.Dataset.PTP_PRACTITIONER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.preclaim.fixtures.SmallTables;
import org.preclaim.reference.AgeEdits.Ages;
import org.preclaim.reference.CoverageArticles.Coverage;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.DiagnosisTable;
import org.preclaim.reference.FeeScheduleEntry;
import org.preclaim.reference.HcpcsTable;
import org.preclaim.reference.PtpEdit;

/**
 * Official tables as they might be, about codes that nobody uses ({@code Z} and four digits) or
 * that are public (ICD-10-CM). One vintage each, for 2018 to 2024.
 */
final class InventedTables {

  private InventedTables() {}

  static SmallTables all() {
    SmallTables tables = new SmallTables(date("2018-01-01"), date("2025-01-01"));
    pairs(tables);
    units(tables);
    addOns(tables);
    fees(tables);
    diagnoses(tables);
    return tables;
  }

  private static void pairs(SmallTables tables) {
    pair(tables, PTP_PRACTITIONER, "Z0001", "Z0002", "2016-01-01", null, 0);
    pair(tables, PTP_PRACTITIONER, "Z0001", "Z0003", "2016-01-01", null, 1);
    pair(tables, PTP_OUTPATIENT_HOSPITAL, "Z0002", "Z0001", "2016-01-01", null, 0);
    pair(tables, PTP_PRACTITIONER, "Z0001", "Z0004", "2016-01-01", "2023-03-31", 1);
    pair(tables, PTP_PRACTITIONER, "Z0001", "Z0004", "2024-01-01", null, 0);
    pair(tables, PTP_PRACTITIONER, "Z0001", "Z0005", "2016-01-01", "2016-01-01", 9);
    pair(tables, PTP_PRACTITIONER, "Z0001", "Z0006", "2020-01-01", null, 9);
    pair(tables, PTP_PRACTITIONER, "Z0001", "99213", "2016-01-01", null, 1);
  }

  private static void pair(
      SmallTables tables,
      Dataset dataset,
      String column1,
      String column2,
      String effective,
      @Nullable String deletion,
      int indicator) {
    LocalDate last = deletion == null ? null : date(deletion);
    tables.pair(
        dataset,
        new PtpEdit(column1, column2, date(effective), last, indicator, "coding instruction"));
  }

  private static void units(SmallTables tables) {
    tables.units(MUE_PRACTITIONER, "Z0010", 2, 1);
    tables.units(MUE_PRACTITIONER, "Z0011", 1, 2);
    tables.units(MUE_PRACTITIONER, "Z0012", 3, 3);
    tables.units(MUE_PRACTITIONER, "Z0013", 0, 2);
    tables.units(MUE_DME_SUPPLIER, "Z0013", 1, 2);
    tables.units(MUE_OUTPATIENT_HOSPITAL, "Z0013", 1, 2);
  }

  private static void addOns(SmallTables tables) {
    tables.addOn("Z0020", 1, false, "Z0021", "Z0002", "Z0023");
    tables.addOn("Z0023", 1, false, "Z0021");
    tables.addOn("Z0024", 2, true);
    tables.addOn("Z0025", 3, true, "Z0021");
  }

  private static void fees(SmallTables tables) {
    for (int indicator : new int[] {0, 1, 2, 3, 9}) {
      tables.fee(fee("Z003" + indicator, "A", 0, "YYY", indicator, 9));
    }
    for (int indicator : new int[] {0, 1, 2, 9}) {
      tables.fee(fee("Z004" + indicator, "A", 0, "YYY", 9, indicator));
    }
    for (int indicator = 0; indicator <= 9; indicator++) {
      tables.fee(fee("Z005" + indicator, "A", indicator, "YYY", 9, 9));
    }
    for (String status : "A B C E I J M N P R T X".split(" ", -1)) {
      tables.fee(fee("Z060" + status, status, 0, "YYY", 9, 9));
    }
    for (String days : "000 010 090 MMM YYY ZZZ".split(" ", -1)) {
      tables.fee(fee("Z1" + days, "A", 0, days, 0, 2));
    }
    tables.fee(fee("99213", "A", 0, "YYY", 0, 0));
  }

  private static FeeScheduleEntry fee(
      String code, String status, int components, String days, int bilateral, int surgeons) {
    return new FeeScheduleEntry(
        code, "", status, components, days, 0, bilateral, surgeons, surgeons, surgeons);
  }

  private static void diagnoses(SmallTables tables) {
    tables.with(ICD10_CM, "N1330", DiagnosisTable.Standing.VALID);
    tables.with(ICD10_CM, "P0700", DiagnosisTable.Standing.VALID);
    tables.with(ICD10_CM, "N133", DiagnosisTable.Standing.HEADER);
    tables.with(ICD10_CM, "N1339", DiagnosisTable.Standing.OUT_OF_DATE);
    tables.with(AGE_EDITS, "P0700", new Ages("newborn", 0, 0));
    tables.with(HCPCS, "E1390", HcpcsTable.Standing.VALID);
    tables.with(HCPCS, "E0001", HcpcsTable.Standing.OUT_OF_DATE);
    tables.with(COVERAGE_ARTICLES, "Z0070", new Coverage("A10001", 1, true, true));
    tables.with(COVERAGE_ARTICLES, "Z0071", new Coverage("A10002", 1, false, true));
  }

  static LocalDate date(String text) {
    return LocalDate.parse(text);
  }
}
