package org.preclaim.reference.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.DiagnosisTable;
import org.preclaim.reference.DiagnosisTable.Standing;
import org.preclaim.reference.RealReferenceData;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.source.Progress;

class RealCodeFilesTest {

  private final Path data;

  RealCodeFilesTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void import_ofFeesAndCodes_givesThePublishedCountsAndAnswersByDate() throws Exception {
    ReferenceStore store = ReferenceStore.open(data);
    List<ImportRequest.Source> files =
        Stream.of(
                "edits/PPRRVU24_JUL.csv",
                "codes/icd10cm_order_2022.txt.gz",
                "codes/mce_v43_1_icd10cm.csv.gz",
                "codes/2019-Alpha-Numeric-HCPCS-File.zip",
                "codes/carc_rarc_2024-06_codes_only.csv")
            .map(RealReferenceData::file)
            .map(ImportRequest.Source::of)
            .toList();

    ImportReport report = store.importFiles(new ImportRequest(files, null, false), Progress.NONE);

    assertThat(report.problems()).isEmpty();
    assertThat(report.releases())
        .extracting(release -> release.vintage().dataset() + " " + release.vintage().rows())
        .containsExactly(
            Dataset.FEE_SCHEDULE + " 18664",
            Dataset.ICD10_CM + " 95524",
            Dataset.AGE_EDITS + " 84932",
            Dataset.HCPCS + " 6800",
            Dataset.REMITTANCE_CODES + " 1576");
    assertDiagnoses(store.data());
  }

  /** The dated rows stand beside an order file; without one for the date, nothing answers. */
  private static void assertDiagnoses(ReferenceData loaded) {
    LocalDate of2022 = LocalDate.of(2022, 1, 10);
    DiagnosisTable order = Objects.requireNonNull(loaded.diagnoses(of2022));
    assertThat(order.vintage().dataset()).isEqualTo(Dataset.ICD10_CM);
    assertThat(order.standing("N1330", of2022)).isEqualTo(Standing.VALID);
    assertThat(order.standing("QA0011", of2022)).isEqualTo(Standing.OUT_OF_DATE);
    assertThat(order.standing("QA0019", of2022)).isEqualTo(Standing.UNKNOWN);

    LocalDate of2026 = LocalDate.of(2026, 3, 3);
    assertThat(loaded.diagnoses(of2026)).isNull();
  }
}
