package org.preclaim.reference.store;

import java.io.IOException;
import java.util.List;
import org.preclaim.reference.codes.AgeFlagsImporter;
import org.preclaim.reference.codes.DiagnosisImporter;
import org.preclaim.reference.codes.HcpcsImporter;
import org.preclaim.reference.codes.PackedAgeEdits;
import org.preclaim.reference.codes.PackedDiagnoses;
import org.preclaim.reference.codes.PackedHcpcs;
import org.preclaim.reference.codes.PackedRemittanceCodes;
import org.preclaim.reference.codes.RemittanceCodesImporter;
import org.preclaim.reference.coverage.CoverageImporter;
import org.preclaim.reference.coverage.PackedCoverageArticles;
import org.preclaim.reference.fees.FeeScheduleImporter;
import org.preclaim.reference.fees.PackedFeeSchedule;
import org.preclaim.reference.ncci.AddOnImporter;
import org.preclaim.reference.ncci.MueImporter;
import org.preclaim.reference.ncci.PackedAddOns;
import org.preclaim.reference.ncci.PackedMue;
import org.preclaim.reference.ncci.PackedPtp;
import org.preclaim.reference.ncci.PtpImporter;
import org.preclaim.reference.pack.PackedTable;
import org.preclaim.reference.source.Importer;

/** What the store can import, and what answers from each packed table. */
final class Formats {

  /** All importers; the first that recognises a file gets it. */
  static final List<Importer> IMPORTERS =
      List.of(
          new FeeScheduleImporter(),
          new DiagnosisImporter(),
          new AgeFlagsImporter(),
          new HcpcsImporter(),
          new CoverageImporter(),
          new RemittanceCodesImporter(),
          new PtpImporter(),
          new MueImporter(),
          new AddOnImporter());

  private Formats() {}

  /** The look-ups over a packed table. */
  static Object open(PackedTable table) throws IOException {
    return switch (table.dataset()) {
      case PTP_PRACTITIONER, PTP_OUTPATIENT_HOSPITAL -> new PackedPtp(table);
      case MUE_PRACTITIONER, MUE_OUTPATIENT_HOSPITAL, MUE_DME_SUPPLIER -> new PackedMue(table);
      case ADD_ON -> new PackedAddOns(table);
      case FEE_SCHEDULE -> new PackedFeeSchedule(table);
      case ICD10_CM -> new PackedDiagnoses(table);
      case AGE_EDITS -> new PackedAgeEdits(table);
      case HCPCS -> new PackedHcpcs(table);
      case COVERAGE_ARTICLES -> new PackedCoverageArticles(table);
      case REMITTANCE_CODES -> new PackedRemittanceCodes(table);
    };
  }
}
