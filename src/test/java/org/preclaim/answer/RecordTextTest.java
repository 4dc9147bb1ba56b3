package org.preclaim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preclaim.answer.DecisionText.Colour;
import org.preclaim.answer.RecordText.Kept;
import org.preclaim.decision.Decision;
import org.preclaim.decision.DenialWarning.Severity;
import org.preclaim.decision.IssuedDecision;
import org.preclaim.decision.Outcome;
import org.preclaim.decision.ReleaseRef;
import org.preclaim.decision.TraceStep;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Documentation;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.Patient;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.PriorService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;
import org.preclaim.encounter.UnitBasis;
import org.preclaim.engine.PolicyPlaces;
import org.preclaim.fixtures.GoldenFile;

class RecordTextTest {

  private static final Instant AT = Instant.parse("2026-11-22T10:15:30Z");
  private static final ServiceDates DAY = ServiceDates.on(LocalDate.of(2026, 3, 3));
  private static final Provider PROVIDER = new Provider(new Npi("1234567893"));

  private final RecordText text = new RecordText(Colour.NONE);

  @Test
  void shown_withEverything_isTheGoldenFile() {
    String shown = text.shown(issued("E-1001"), everything(), kept(false), PolicyPlaces.NONE);

    GoldenFile.assertSame("answer/record.txt", shown);
    assertThat(shown.lines()).allMatch(line -> line.length() <= TextPage.WIDTH);
  }

  @Test
  void shown_erased_saysWhatIsGoneAndNotThatItWasNeverThere() {
    Encounter encounter = everything();
    Encounter without =
        new Encounter(
            "withheld",
            encounter.setting(),
            null,
            null,
            new Patient("withheld", null, Sex.FEMALE),
            null,
            null,
            encounter.lines(),
            null,
            List.of(new Documentation("sedation", null)),
            null);

    String shown = text.shown(issued(RecordText.ERASED), without, kept(true), PolicyPlaces.NONE);

    assertThat(shown)
        .contains("  encounter   erased, like the patient's key and date of birth")
        .contains("  patient     key and date of birth erased, female\n")
        .contains("  documented  sedation (what the record says is erased)\n")
        .contains("\n(erased): WARNINGS\n")
        .doesNotContain("withheld");
  }

  @Test
  void shown_withoutTrace_saysThatNothingFired() {
    Decision decision = Answers.decision("E-1", Outcome.CLEAN, List.of(), List.of());
    IssuedDecision issued = new IssuedDecision("01M8", AT, decision);

    assertThat(text.shown(issued, Answers.encounter("E-1"), kept(false), PolicyPlaces.NONE))
        .contains("  reference   no official file was asked\n")
        .contains("  diagnoses   not sent\n")
        .endsWith("\nE-1: CLEAN\n\nTrace\n  no row and no rule fired\n");
  }

  @Test
  void found_controlCharactersInAnId_neverReachTheTerminal() {
    Decision decision = Answers.decision("E-\u001b[2J", Outcome.CLEAN, List.of(), List.of());

    assertThat(text.found(List.of(new IssuedDecision("01M8", AT, decision))))
        .contains("E-?[2J")
        .doesNotContain("\u001b");
  }

  private static Kept kept(boolean erased) {
    return new Kept(7, AT.plusMillis(20), "billing", "http", "0f1e", erased);
  }

  private static IssuedDecision issued(String encounterId) {
    String pair =
        "ncci-ptp-practitioner 2024-07-01 pays 52341 and not 50706 (since 2019-01-01, modifier"
            + " indicator 1, more extensive procedure)";
    Decision decision =
        new Decision(
            encounterId,
            new ReleaseRef("sha256:0", "2026.11.1"),
            new TreeMap<>(
                Map.of("hcpcs-level-2", "2026-01-01", "ncci-ptp-practitioner", "2024-07-01")),
            Outcome.WARNINGS,
            List.of(),
            List.of(Answers.warning(Severity.DENY, null, 1, 2, 1)),
            List.of(),
            List.of(
                new TraceStep(
                    "BIL-50706",
                    "BIL-50706",
                    List.of("line 2 (50706-LT)"),
                    "line 2 (50706-LT) is done on a side"),
                new TraceStep(
                    "PTP-001",
                    "PTP-001 a pair that the file does not pay",
                    List.of("line 2 (50706-LT) is done on a side", pair),
                    "deny ncci-ptp, line 2 (50706-LT)")));
    return new IssuedDecision("01M8H14GDD2K69T2VXPXSSDWMZ", AT, decision);
  }

  private static Encounter everything() {
    return new Encounter(
        "E-1001",
        Setting.PRACTITIONER,
        "medicare",
        new PlaceOfService("22"),
        new Patient("p-77", LocalDate.of(1961, 4, 2), Sex.FEMALE),
        PROVIDER,
        List.of(new Diagnosis(1, Icd10Code.of("N13.5")), new Diagnosis(2, Icd10Code.of("N39.0"))),
        List.of(
            line(1, "52341", List.of(1, 2), UnitBasis.UNITS, null),
            line(2, "50706", List.of(), UnitBasis.MINUTES, PROVIDER)),
        List.of(
            new PerformedProcedure(
                "nephrostogram",
                "existing",
                "antegrade",
                List.of("balloon"),
                List.of(),
                "left",
                List.of("fluoroscopy", "ultrasound"),
                DAY)),
        List.of(new Documentation("sedation", "given by me"), new Documentation("images", null)),
        List.of(
            new PriorService(
                HcpcsCode.of("50430"),
                List.of(Modifier.of("LT")),
                new ServiceDates(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 2)),
                PROVIDER)));
  }

  private static ServiceLine line(
      int number,
      String code,
      List<Integer> pointers,
      UnitBasis basis,
      @Nullable Provider renders) {
    return new ServiceLine(
        number,
        HcpcsCode.of(code),
        List.of(Modifier.of("LT")),
        new BigDecimal("2.50"),
        basis,
        DAY,
        pointers,
        null,
        renders == null ? null : new PlaceOfService("11"),
        renders);
  }
}
