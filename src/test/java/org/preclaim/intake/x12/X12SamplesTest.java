package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.encounter.Diagnosis;
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
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.intake.Admission;

class X12SamplesTest {

  private static final LocalDate MARCH_3 = LocalDate.of(2026, 3, 3);
  private static final Provider BILLING = provider("1234567893");
  private static final Provider CLAIM_RENDERING = provider("1999999984");
  private static final Provider LINE_RENDERING = provider("1888888885");

  @Test
  void claim_read_carriesItsHeaderFacts() {
    Encounter encounter = only("twelve-diagnoses.x12");
    assertThat(encounter.id()).isEqualTo("TWELVE");
    assertThat(encounter.setting()).isEqualTo(Setting.PRACTITIONER);
    assertThat(encounter.payer()).isEqualTo("medicare");
    assertThat(encounter.placeOfService()).isEqualTo(new PlaceOfService("22"));
    assertThat(encounter.billingProvider()).isEqualTo(BILLING);
    assertThat(encounter.patient().birthDate()).isEqualTo(LocalDate.of(1961, 4, 2));
    assertThat(encounter.patient().sex()).isEqualTo(Sex.FEMALE);
  }

  @Test
  void claim_read_leavesUnsaidWhatAClaimCannotSay() {
    Encounter encounter = only("twelve-diagnoses.x12");
    assertThat(encounter.procedures()).isNull();
    assertThat(encounter.documentation()).isNull();
    assertThat(encounter.history()).isNull();
  }

  @Test
  void diagnoses_twelveInTwoSegments_areNumberedInOrder() {
    String[] codes = {
      "N135", "N390", "R109", "N200", "N201", "R310", "R338", "N111", "T83022A", "Q620", "C64",
      "N131"
    };
    List<Diagnosis> expected =
        Stream.iterate(1, number -> number <= codes.length, number -> number + 1)
            .map(number -> new Diagnosis(number, Icd10Code.of(codes[number - 1])))
            .toList();
    assertThat(only("twelve-diagnoses.x12").diagnoses()).isEqualTo(expected);
  }

  @Test
  void line_fourModifiersAndFourPointers_keepsTheirOrder() {
    ServiceLine expected =
        new ServiceLine(
            1,
            HcpcsCode.of("50431"),
            Stream.of("LT", "59", "XS", "GC").map(Modifier::of).toList(),
            new BigDecimal("1.5"),
            UnitBasis.UNITS,
            ServiceDates.on(MARCH_3),
            List.of(1, 9, 11, 12),
            new Money(new BigDecimal("1240.00")),
            null,
            CLAIM_RENDERING);
    assertThat(only("twelve-diagnoses.x12").lines().get(0)).isEqualTo(expected);
  }

  @Test
  void line_minutesRangePlaceAndProviderOfItsOwn_keepsThem() {
    ServiceLine expected =
        new ServiceLine(
            2,
            HcpcsCode.of("00862"),
            List.of(Modifier.of("QK")),
            new BigDecimal("61"),
            UnitBasis.MINUTES,
            new ServiceDates(MARCH_3, MARCH_3.plusDays(1)),
            List.of(12),
            new Money(new BigDecimal("300")),
            new PlaceOfService("21"),
            LINE_RENDERING);
    assertThat(only("twelve-diagnoses.x12").lines().get(1)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"other-separators.x12", "newline-terminators.x12"})
  void separators_anyThatTheHeaderNames_giveTheSameFacts(String name) {
    assertThat(Admitting.all(Admitting.resource(name)))
        .isEqualTo(Admitting.all(Admitting.resource("twelve-diagnoses.x12")));
  }

  @Test
  void dependent_belowASubscriber_isThePatient() {
    Encounter encounter = only("dependent-with-other-coverage.x12");
    assertThat(encounter.patient().birthDate()).isEqualTo(LocalDate.of(2015, 9, 17));
    assertThat(encounter.patient().sex()).isEqualTo(Sex.MALE);
    assertThat(encounter.payer()).isEqualTo("PAYER01");
  }

  @Test
  void otherCoverage_ofClaimAndLine_changesNoFact() {
    Encounter encounter = only("dependent-with-other-coverage.x12");
    assertThat(encounter.billingProvider()).isEqualTo(BILLING);
    assertThat(encounter.lines())
        .extracting(
            line -> line.code().value(),
            ServiceLine::modifiers,
            ServiceLine::units,
            ServiceLine::dates,
            ServiceLine::renderingProvider)
        .containsExactly(
            tuple(
                "99213",
                List.of(Modifier.of("25")),
                BigDecimal.ONE,
                ServiceDates.on(LocalDate.of(2026, 3, 10)),
                CLAIM_RENDERING));
  }

  @Test
  void otherCoverage_takenOut_leavesTheSameEncounter() {
    String without =
        Admitting.text("dependent-with-other-coverage.x12")
            .replaceAll("(?s)SBR\\*P\\*01.*?(?=LX\\*)", "")
            .replaceAll("(?s)SVD\\*.*?(?=SE\\*)", "")
            .replace("SE*47", "SE*31");
    assertThat(without).doesNotContain("OTHER");
    assertThat(Admitting.all(Admitting.bytes(without)))
        .containsExactly(new Admission.Admitted(only("dependent-with-other-coverage.x12")));
  }

  @Test
  void lineDate_absent_isTheClaims() {
    String dated =
        Admitting.text("twelve-diagnoses.x12")
            .replace("DTP*472*D8*20260303~\n", "")
            .replace("DTP*431*D8*20260301", "DTP*472*D8*20260301");
    Encounter encounter = Admitting.encounters(Admitting.all(Admitting.bytes(dated))).get(0);
    assertThat(encounter.lines())
        .extracting(line -> line.dates().from())
        .containsExactly(LocalDate.of(2026, 3, 1), MARCH_3);
  }

  @Test
  void partlyBadFile_read_stillAdmitsTheGoodClaims() {
    assertThat(Admitting.encounters(Admitting.all(Admitting.resource("partly-bad.x12"))))
        .extracting(Encounter::id, Encounter::payer)
        .containsExactly(
            tuple("GOOD1", "medicare"), tuple("GOOD2", "medicare"), tuple("GOOD3", "medicaid"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"partly-bad", "not-claims", "old-version"})
  void otherThanGood_read_isToldWhole(String name) {
    GoldenFile.assertSame(
        "intake/x12/" + name + ".problems.txt",
        Admitting.problems(Admitting.all(Admitting.resource(name + ".x12"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"partly-bad", "dependent-with-other-coverage", "twelve-diagnoses"})
  void identifiersOfPeople_anySample_reachNoEncounter(String name) {
    byte[] input = Admitting.resource(name + ".x12");
    String facts = Admitting.encounters(Admitting.all(input)).toString();
    assertThat(Identifiers.of(Admitting.text(name + ".x12")))
        .contains("SUBLAST", "MEMBER0001")
        .doesNotContainAnyElementsOf(Identifiers.words(facts));
  }

  private static Encounter only(String name) {
    List<Admission> admissions = Admitting.all(Admitting.resource(name));
    assertThat(admissions).hasOnlyElementsOfType(Admission.Admitted.class).hasSize(1);
    return Admitting.encounters(admissions).get(0);
  }

  private static Provider provider(String npi) {
    return new Provider(new Npi(npi));
  }
}
