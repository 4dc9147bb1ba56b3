package org.preclaim.reference.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preclaim.encounter.Setting;
import org.preclaim.reference.AddOnEdit;
import org.preclaim.reference.Dataset;
import org.preclaim.reference.MueEdit;
import org.preclaim.reference.PtpEdit;
import org.preclaim.reference.PtpTable;
import org.preclaim.reference.RealReferenceData;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.Vintage;

/** The files as published in July 2024, where they are at hand. */
class RealFilesTest {

  private static final LocalDate DAY = LocalDate.of(2024, 8, 15);

  private final Path data;

  RealFilesTest(@TempDir Path data) {
    this.data = data;
  }

  @Test
  void everythingAtHand_inOneImport_givesTheCountsAndEditsThatAreKnown() throws Exception {
    Path[] files =
        Stream.of(
                "edits/AOC_V2024Q3-MCR.csv",
                "edits/MCR_MUE_DMESupplierServices_Eff_07-01-2024.csv",
                "edits/MCR_MUE_OutpatientHospitalServices_Eff_07-01-2024.csv",
                "edits/MCR_MUE_PractitionerServices_Eff_07-01-2024.csv",
                "edits/ccioph-v302r0-urology-radiology.TXT",
                "edits/ccipra-v302r0-full.TXT.gz",
                "edits/ccipra-v302r0-urology-radiology.TXT",
                "codes/carc_rarc_2024-06_codes_only.csv")
            .map(RealReferenceData::file)
            .toArray(Path[]::new);
    ReferenceStore store = ReferenceStore.open(data);
    ImportReport report = StoreFixture.load(store, files);

    assertThat(report.problems()).isEmpty();
    assertCounts(store.data());
    assertPairs(store.data());
    assertUnitsAndAddOns(store.data());
    assertThat(store.verify()).isEmpty();
  }

  private static void assertCounts(ReferenceData loaded) {
    Map<Dataset, Long> rows =
        loaded.vintages().stream().collect(Collectors.toMap(Vintage::dataset, Vintage::rows));
    assertThat(rows)
        .containsEntry(Dataset.PTP_PRACTITIONER, 2_546_017L)
        .containsEntry(Dataset.MUE_PRACTITIONER, 14_677L)
        .containsEntry(Dataset.MUE_OUTPATIENT_HOSPITAL, 14_628L)
        .containsEntry(Dataset.MUE_DME_SUPPLIER, 2_928L)
        .containsEntry(Dataset.ADD_ON, 7_465L);
    assertThat(loaded.vintages())
        .filteredOn(vintage -> vintage.dataset() == Dataset.PTP_PRACTITIONER)
        .allMatch(vintage -> vintage.bytes() < 10 * vintage.rows());
  }

  private static void assertPairs(ReferenceData loaded) {
    Setting hospital = Setting.OUTPATIENT_HOSPITAL;
    Setting practitioner = Setting.PRACTITIONER;
    assertThat(pair(loaded, practitioner, "50430", "50436")).isNotNull();
    assertThat(pair(loaded, practitioner, "50436", "50430")).isNull();
    assertThat(pair(loaded, hospital, "50436", "50430")).isNotNull();
    assertThat(pair(loaded, hospital, "50430", "50436")).isNull();
    assertThat(pair(loaded, practitioner, "52341", "50706"))
        .isNotNull()
        .extracting(PtpEdit::indicator)
        .isEqualTo(1);
    assertThat(pair(loaded, practitioner, "50553", "50576"))
        .isNotNull()
        .extracting(PtpEdit::indicator)
        .isEqualTo(0);
    assertThat(pair(loaded, practitioner, "50385", "50431")).isNull();
    for (LocalDate day : new LocalDate[] {LocalDate.of(2023, 12, 30), LocalDate.of(2023, 12, 31)}) {
      assertThat(ptp(loaded, practitioner, day).find("0001A", "0591T", day)).isNotNull();
    }
    LocalDate after = LocalDate.of(2024, 1, 1);
    assertThat(ptp(loaded, practitioner, after).find("0001A", "0591T", after)).isNull();
    LocalDate tombstone = LocalDate.of(2022, 1, 1);
    assertThat(ptp(loaded, practitioner, tombstone).find("0001A", "90473", tombstone)).isNull();
  }

  private static PtpTable ptp(ReferenceData loaded, Setting setting, LocalDate day) {
    return Objects.requireNonNull(loaded.ptp(setting, day));
  }

  private static @Nullable PtpEdit pair(
      ReferenceData loaded, Setting setting, String first, String second) {
    return ptp(loaded, setting, DAY).find(first, second, DAY);
  }

  private static void assertUnitsAndAddOns(ReferenceData loaded) {
    assertThat(units(loaded, Setting.PRACTITIONER, "E1390")).isZero();
    assertThat(units(loaded, Setting.DME_SUPPLIER, "E1390")).isEqualTo(1);
    assertThat(units(loaded, Setting.PRACTITIONER, "50431")).isEqualTo(2);
    assertThat(units(loaded, Setting.PRACTITIONER, "J7212")).isEqualTo(90_000);
    AddOnEdit addOn = Objects.requireNonNull(loaded.addOns(DAY)).find("50706", DAY);
    assertThat(Objects.requireNonNull(addOn).primaries())
        .contains("50382", "50695", "51610")
        .doesNotContain("50436", "52341");
    assertThat(addOn.type()).isEqualTo(1);
  }

  private static int units(ReferenceData loaded, Setting setting, String code) {
    MueEdit edit = Objects.requireNonNull(loaded.mue(setting, DAY)).find(code);
    return Objects.requireNonNull(edit).units();
  }
}
