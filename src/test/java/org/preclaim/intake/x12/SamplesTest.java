package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.Sex;
import org.preclaim.encounter.UnitBasis;
import org.preclaim.intake.Admission;

class SamplesTest {

  private static final Provider BILLING = new Provider(new Npi("1234567893"));
  private static final Provider CLAIM_RENDERING = new Provider(new Npi("1999999984"));
  private static final Provider LINE_RENDERING = new Provider(new Npi("1888888885"));

  @Test
  void claim_withEverything_arrivesWhole() {
    List<Admission> admissions = Admitting.all(Admitting.resource("twelve-diagnoses.x12"));
    assertThat(admissions).hasSize(1);
    Encounter encounter = Admitting.encounters(admissions).get(0);
    assertThat(encounter.id()).isEqualTo("TWELVE");
    assertThat(encounter.setting()).isEqualTo(Setting.PRACTITIONER);
    assertThat(encounter.payer()).isEqualTo("medicare");
    assertThat(encounter.placeOfService()).isEqualTo(new PlaceOfService("22"));
    assertThat(encounter.patient().birthDate()).isEqualTo(LocalDate.of(1961, 4, 2));
    assertThat(encounter.patient().sex()).isEqualTo(Sex.FEMALE);
    assertThat(encounter.billingProvider()).isEqualTo(BILLING);
    assertThat(encounter.diagnoses()).hasSize(12);
    assertThat(encounter.diagnoses()).last().hasToString("Diagnosis[sequence=12, code=N13.1]");
    assertThat(encounter.lines()).containsExactly(unitsLine(), minutesLine());
    assertThat(encounter.procedures()).isNull();
    assertThat(encounter.documentation()).isNull();
    assertThat(encounter.history()).isNull();
  }

  private static ServiceLine unitsLine() {
    return new ServiceLine(
        1,
        new HcpcsCode("50431"),
        Stream.of("LT", "59", "XS", "GC").map(Modifier::new).toList(),
        new BigDecimal("1.5"),
        UnitBasis.UNITS,
        ServiceDates.on(LocalDate.of(2026, 3, 3)),
        List.of(1, 9, 11, 12),
        new Money(new BigDecimal("1240.00")),
        null,
        CLAIM_RENDERING);
  }

  private static ServiceLine minutesLine() {
    return new ServiceLine(
        2,
        new HcpcsCode("00862"),
        List.of(new Modifier("QK")),
        new BigDecimal("61"),
        UnitBasis.MINUTES,
        new ServiceDates(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 4)),
        List.of(12),
        new Money(new BigDecimal("300")),
        new PlaceOfService("21"),
        LINE_RENDERING);
  }

  @TestFactory
  Stream<DynamicTest> sameClaim_writtenOtherwise_isTheSameEncounter() {
    Encounter plain =
        Admitting.encounters(Admitting.all(Admitting.resource("twelve-diagnoses.x12"))).get(0);
    return Stream.of("other-separators.x12", "newline-terminators.x12")
        .map(
            name ->
                dynamicTest(
                    name,
                    () ->
                        assertThat(Admitting.all(Admitting.resource(name)))
                            .containsExactly(new Admission.Admitted(plain))));
  }

  @Test
  void dependant_withOtherCoverage_isReadFromItsOwnLoops() {
    List<Admission> admissions =
        Admitting.all(Admitting.resource("dependent-with-other-coverage.x12"));
    assertThat(admissions).hasSize(1);
    Encounter encounter = Admitting.encounters(admissions).get(0);
    assertThat(encounter.payer()).isEqualTo("PAYER01");
    assertThat(encounter.patient().birthDate()).isEqualTo(LocalDate.of(2015, 9, 17));
    assertThat(encounter.patient().sex()).isEqualTo(Sex.MALE);
    assertThat(encounter.billingProvider()).isEqualTo(BILLING);
    ServiceLine line = encounter.lines().get(0);
    assertThat(line.code()).isEqualTo(new HcpcsCode("99213"));
    assertThat(line.modifiers()).containsExactly(new Modifier("25"));
    assertThat(line.units()).isEqualByComparingTo("1");
    assertThat(line.dates()).isEqualTo(ServiceDates.on(LocalDate.of(2026, 3, 10)));
    assertThat(line.renderingProvider()).isEqualTo(CLAIM_RENDERING);
  }

  @Test
  void dependantAndSubscriber_underOneMemberId_areTwoPatients() {
    String text = Admitting.text("dependent-with-other-coverage.x12");
    String twin = text.replace("CHILDFIRST", "TWINFIRST");
    assertThat(key(text)).isNotEqualTo(key(twin));
    assertThat(key(text)).isEqualTo(key(text.replace("CHILDLAST", "MARRIEDNAME")));
    assertThat(key(text)).isEqualTo(key(text.replace("CHILDFIRST", "childfirst ")));
  }

  private static String key(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return Admitting.encounters(Admitting.all(bytes)).get(0).patient().key();
  }

  @TestFactory
  Stream<DynamicTest> sample_read_tellsWhatGoldenFileSays() {
    return Stream.of("partly-bad", "old-version", "not-claims")
        .map(
            name ->
                dynamicTest(
                    name,
                    () ->
                        Golden.assertSame(
                            name + ".problems.txt",
                            Admitting.problems(Admitting.all(Admitting.resource(name + ".x12"))))));
  }

  @Test
  void claimLevelServiceDate_whereLineHasNone_isTheLines() {
    String text =
        Admitting.text("twelve-diagnoses.x12")
            .replace("DTP*431*D8*20260301~", "DTP*472*D8*20260228~")
            .replace("DTP*472*D8*20260303~", "");
    ServiceLine line =
        Admitting.encounters(Admitting.all(text.getBytes(StandardCharsets.ISO_8859_1)))
            .get(0)
            .lines()
            .get(0);
    assertThat(line.dates()).isEqualTo(ServiceDates.on(LocalDate.of(2026, 2, 28)));
  }

  @Test
  void levelIdentifier_damaged_takesNoClaimToAnotherPatient() {
    String text = Admitting.text("partly-bad.x12").replace("HL*3*1*22*0~", "H?*3*1*22*0~");
    List<Encounter> encounters =
        Admitting.encounters(Admitting.all(text.getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(encounters).extracting(Encounter::id).containsExactly("GOOD1", "GOOD2");
  }

  @Test
  void icd9Claim_read_keepsItsCodes() {
    String text = Admitting.text("twelve-diagnoses.x12").replace("ABK:N135", "BK:5935");
    Encounter encounter =
        Admitting.encounters(Admitting.all(text.getBytes(StandardCharsets.ISO_8859_1))).get(0);
    assertThat(encounter.diagnoses()).first().extracting("code").isEqualTo(new Icd10Code("5935"));
  }
}
