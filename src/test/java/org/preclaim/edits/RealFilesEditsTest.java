package org.preclaim.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.preclaim.decision.Check;
import org.preclaim.decision.Check.State;
import org.preclaim.decision.Decision;
import org.preclaim.decision.Outcome;
import org.preclaim.engine.CompiledRelease;
import org.preclaim.problem.ProblemsException;
import org.preclaim.reference.RealReferenceData;
import org.preclaim.reference.ReferenceData;
import org.preclaim.reference.source.Progress;
import org.preclaim.reference.store.ImportReport;
import org.preclaim.reference.store.ImportRequest;
import org.preclaim.reference.store.ReferenceStore;
import org.preclaim.release.PolicyFolder;

class RealFilesEditsTest {

  private static CompiledRelease release;
  private static ReferenceData reference;

  @BeforeAll
  static void importFiles(@TempDir Path data) throws IOException, ProblemsException {
    List<ImportRequest.Source> files =
        Stream.of(
                "edits/AOC_V2024Q3-MCR.csv",
                "edits/MCR_MUE_DMESupplierServices_Eff_07-01-2024.csv",
                "edits/MCR_MUE_OutpatientHospitalServices_Eff_07-01-2024.csv",
                "edits/MCR_MUE_PractitionerServices_Eff_07-01-2024.csv",
                "edits/ccioph-v302r0-urology-radiology.TXT",
                "edits/ccipra-v302r0-urology-radiology.TXT")
            .map(RealReferenceData::file)
            .map(ImportRequest.Source::of)
            .toList();
    ReferenceStore store = ReferenceStore.open(data);
    ImportReport report = store.importFiles(new ImportRequest(files, null, false), Progress.NONE);
    assertThat(report.problems()).isEmpty();
    reference = store.data();
    release =
        CompiledRelease.compile(PolicyFolder.read(Path.of("")))
            .onlyFamilies(Set.of("mue", "ncci-add-on", "ncci-ptp"));
  }

  static Stream<EditScenario> scenarios() {
    return EditScenario.in("real-files.txt");
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void scenario_officialFiles_findsWhatItExpects(EditScenario scenario) {
    assertThat(EditScenario.found(release.evaluate(scenario.encounter(), reference)))
        .isEqualTo(scenario.expected());
  }

  @Test
  void pair_found_isShownWithItsRow() {
    Decision decision = decide("practitioner", "50430 50436");

    assertThat(decision.reference())
        .containsEntry("ncci-ptp-practitioner", "2024-07-01")
        .containsEntry("ncci-mue-practitioner", "2024-07-01");
    assertThat(decision.warnings().get(0).message())
        .isEqualTo(
            "50436 on line 2 is not paid beside 50430 on line 1 without a modifier that says why:"
                + " ncci-ptp-practitioner 2024-07-01 pays 50430 and not 50436 (since 2016-01-01,"
                + " modifier indicator 1, coding instructions say not to report the two"
                + " together)");
  }

  @Test
  void day_afterTheLastVintage_leavesTheEncounterIncomplete() {
    Decision decision = decide("outpatient-hospital", "50430@2026-03-03 50436@2026-03-03");

    assertThat(decision.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(decision.warnings()).isEmpty();
    assertThat(decision.checks())
        .contains(
            new Check(
                "ncci-ptp",
                State.NO_DATA,
                "no NCCI PTP table for outpatient-hospital covers 2026-03-03"));
  }

  @Test
  void lines_ofWhichOneDayIsCovered_areCheckedThereAndSaySo() {
    Decision decision = decide("practitioner", "50436-RT 50436-LT 50436@2026-03-03");

    assertThat(decision.outcome()).isEqualTo(Outcome.INCOMPLETE);
    assertThat(EditScenario.found(decision)).containsExactly("MUE-003 1 2");
    assertThat(decision.checks())
        .contains(
            new Check("mue", State.NO_DATA, "no MUE table for practitioner covers 2026-03-03"));
  }

  @Test
  void code_withoutPublishedLimit_isNoPass() {
    assertThat(decide("practitioner", "Z9999").checks())
        .contains(new Check("mue", State.APPLIED, "no MUE is published for Z9999: not a pass"));
  }

  private static Decision decide(String setting, String lines) {
    EditScenario scenario = EditScenario.of("x | " + setting + " | " + lines + " |");
    return release.evaluate(scenario.encounter(), reference);
  }
}
