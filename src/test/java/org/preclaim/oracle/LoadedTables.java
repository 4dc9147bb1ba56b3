package org.preclaim.oracle;

import static org.preclaim.oracle.PlainEdits.NEXT_QUARTER;
import static org.preclaim.oracle.PlainEdits.QUARTER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preclaim.fixtures.SmallTables;
import org.preclaim.oracle.RawFiles.AddOn;
import org.preclaim.oracle.RawFiles.Limit;
import org.preclaim.oracle.RawFiles.Pair;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.FeeScheduleEntry;
import org.preclaim.reference.PtpEdit;
import org.preclaim.reference.ReferenceData;

/** The raw files behind the product's look-ups, without its importers and its store. */
final class LoadedTables {

  private LoadedTables() {}

  static ReferenceData of(RawFiles files) {
    SmallTables tables = new SmallTables(QUARTER, NEXT_QUARTER);
    LocalDate always = LocalDate.of(1990, 1, 1);
    tables.covering(Dataset.PTP_PRACTITIONER, always, NEXT_QUARTER);
    tables.covering(Dataset.PTP_OUTPATIENT_HOSPITAL, always, NEXT_QUARTER);
    pairs(tables, Dataset.PTP_PRACTITIONER, files.practitionerPairs);
    pairs(tables, Dataset.PTP_OUTPATIENT_HOSPITAL, files.hospitalPairs);
    limits(tables, Dataset.MUE_PRACTITIONER, files.limits.get("practitioner"));
    limits(tables, Dataset.MUE_OUTPATIENT_HOSPITAL, files.limits.get("outpatient-hospital"));
    limits(tables, Dataset.MUE_DME_SUPPLIER, files.limits.get("dme-supplier"));
    files.addOns.forEach((code, rows) -> addOn(tables, code, rows));
    files.bilateral.forEach(
        (key, indicator) ->
            tables.fee(
                new FeeScheduleEntry(
                    key.substring(0, 5),
                    key.substring(5),
                    "A",
                    0,
                    "XXX",
                    0,
                    Integer.parseInt(indicator),
                    0,
                    0,
                    0)));
    return tables;
  }

  private static void pairs(SmallTables tables, Dataset dataset, Map<String, List<Pair>> byCodes) {
    byCodes
        .values()
        .forEach(
            rows ->
                rows.forEach(
                    row ->
                        tables.pair(
                            dataset,
                            new PtpEdit(
                                row.paid(),
                                row.denied(),
                                row.first(),
                                row.last().getYear() == 9999 ? null : row.last(),
                                row.indicator(),
                                "coding instruction"))));
  }

  private static void limits(
      SmallTables tables, Dataset dataset, @Nullable Map<String, Limit> limits) {
    if (limits != null) {
      limits.forEach(
          (code, limit) -> tables.units(dataset, code, limit.units(), limit.indicator()));
    }
  }

  private static void addOn(SmallTables tables, String code, List<AddOn> rows) {
    String[] primaries =
        rows.stream()
            .map(AddOn::primary)
            .filter(primary -> !primary.equals("CCCCC"))
            .distinct()
            .toArray(String[]::new);
    boolean contractor = rows.stream().anyMatch(row -> row.primary().equals("CCCCC"));
    tables.addOn(code, rows.get(0).type(), contractor, primaries);
  }
}
