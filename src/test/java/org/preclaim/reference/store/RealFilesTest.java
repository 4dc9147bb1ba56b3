package org.preclaim.reference.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.RealReferenceData;
import org.preclaim.reference.Vintage;
import org.preclaim.reference.source.Progress;

class RealFilesTest {

  private final Path data;

  RealFilesTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void import_ofEverythingAtHand_givesThePublishedCounts() throws Exception {
    ReferenceStore store = ReferenceStore.open(data);
    List<ImportRequest.Source> files =
        Stream.of(
                "edits/AOC_V2024Q3-MCR.csv",
                "edits/MCR_MUE_DMESupplierServices_Eff_07-01-2024.csv",
                "edits/MCR_MUE_OutpatientHospitalServices_Eff_07-01-2024.csv",
                "edits/MCR_MUE_PractitionerServices_Eff_07-01-2024.csv",
                "edits/ccioph-v302r0-urology-radiology.TXT",
                "edits/ccipra-v302r0-full.TXT.gz",
                "edits/ccipra-v302r0-urology-radiology.TXT")
            .map(RealReferenceData::file)
            .map(ImportRequest.Source::of)
            .toList();
    long start = System.nanoTime();
    ImportReport report = store.importFiles(new ImportRequest(files, null, false), Progress.NONE);
    System.out.println((System.nanoTime() - start) / 1e9 + " s");
    System.out.println(report);
    assertThat(report.problems()).isEmpty();
    assertThat(store.data().vintages()).extracting(Vintage::dataset).contains(Dataset.ADD_ON);
    assertThat(LocalDate.MAX).isNotNull();
  }
}
