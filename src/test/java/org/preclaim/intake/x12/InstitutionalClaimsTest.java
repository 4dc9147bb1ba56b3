package org.preclaim.intake.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.encounter.Diagnosis;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Icd10Code;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.encounter.UnitBasis;
import org.preclaim.fixtures.ClaimFacts;
import org.preclaim.fixtures.ClaimWriter;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.RandomEncounters;
import org.preclaim.fixtures.Seed;

class InstitutionalClaimsTest {

  private static final LocalDate MARCH_3 = LocalDate.of(2026, 3, 3);
  private static final int WRITTEN = 2_000;
  private static final String FILE = "institutional.x12";

  @Test
  void claim_read_carriesItsHeaderFacts() {
    Encounter encounter = encounters(Admitting.text(FILE)).get(0);
    assertThat(encounter.id()).isEqualTo("HOSPITAL");
    assertThat(encounter.setting()).isEqualTo(Setting.OUTPATIENT_HOSPITAL);
    assertThat(encounter.payer()).isEqualTo("medicare");
    assertThat(encounter.placeOfService()).isNull();
    assertThat(encounter.billingProvider()).isEqualTo(provider("1234567893"));
    assertThat(encounter.patient().birthDate()).isEqualTo(LocalDate.of(1961, 4, 2));
  }

  @Test
  void informationSegments_everyQualifier_givePrincipalAndOtherDiagnosesAlone() {
    assertThat(encounters(Admitting.text(FILE)).get(0).diagnoses())
        .containsExactly(
            new Diagnosis(1, Icd10Code.of("N135")),
            new Diagnosis(2, Icd10Code.of("N390")),
            new Diagnosis(3, Icd10Code.of("N200")));
  }

  @Test
  void lines_coded_areReadWithAllDiagnosesOfTheClaim() {
    ServiceLine first =
        new ServiceLine(
            1,
            HcpcsCode.of("50431"),
            Stream.of("LT", "59").map(Modifier::of).toList(),
            BigDecimal.ONE,
            UnitBasis.UNITS,
            ServiceDates.on(MARCH_3),
            List.of(1, 2, 3),
            new Money(new BigDecimal("1240.00")),
            null,
            provider("1666666664"));
    ServiceLine fourth =
        new ServiceLine(
            4,
            HcpcsCode.of("74425"),
            List.of(),
            new BigDecimal("2"),
            UnitBasis.UNITS,
            new ServiceDates(MARCH_3, MARCH_3.plusDays(1)),
            List.of(1, 2, 3),
            new Money(new BigDecimal("1370")),
            null,
            provider("1888888885"));
    assertThat(encounters(Admitting.text(FILE)).get(0).lines()).containsExactly(first, fourth);
  }

  @Test
  void lines_withoutAProcedure_areToldWithTheirPlaces() {
    GoldenFile.assertSame("intake/x12/institutional.problems.txt", problems(Admitting.text(FILE)));
  }

  @Test
  void lineDate_absent_isTheStatementsOnlyDay() {
    Encounter encounter = encounters(Admitting.text(FILE)).get(1);
    assertThat(encounter.lines())
        .extracting(ServiceLine::dates)
        .containsExactly(ServiceDates.on(LocalDate.of(2026, 3, 5)));
  }

  @Test
  void lineDate_absentFromAStatementOfSeveralDays_refusesTheClaim() {
    String file = Admitting.text(FILE).replace("434*D8*20260305", "434*RD8*20260305-20260306");
    assertThat(problems(file))
        .contains("refused ONEDAY", "LX", "X12-SEGMENT-MISSING", "covers several days");
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "13", "14", "22", "23", "34", "74", "75", "76", "83", "85"})
  void typeOfBill_outpatient_isTheHospitalSetting(String kind) {
    String file = Admitting.text(FILE).replace("***13:A:1", "***" + kind + ":A:1");
    assertThat(encounters(file).get(0).setting()).isEqualTo(Setting.OUTPATIENT_HOSPITAL);
  }

  @ParameterizedTest
  @CsvSource({
    "11:A:1,05-1,X12-TYPE-OF-BILL",
    "18:A:1,05-1,X12-TYPE-OF-BILL",
    "21:A:1,05-1,X12-TYPE-OF-BILL",
    "71:A:1,05-1,X12-TYPE-OF-BILL",
    "1:A:1,05-1,X12-TYPE-OF-BILL",
    "13:B:1,05-2,X12-CODE-UNKNOWN",
    "13:A,05-3,X12-CODE-UNKNOWN"
  })
  void typeOfBill_other_refusesTheClaimAlone(String sent, String element, String code) {
    String file = Admitting.text(FILE).replace("***13:A:1", "***" + sent);
    assertThat(problems(file)).contains("refused HOSPITAL", "element " + element, code);
    assertThat(encounters(file)).extracting(Encounter::id).containsExactly("ONEDAY");
  }

  @ParameterizedTest
  @CsvSource({
    "SV2*0300*HC:85025*75*UN*1,SV2*LAB*HC:85025*75*UN*1,X12-REVENUE-CODE",
    "SV2*0300*HC:85025*75*UN*1,SV2**HC:85025*75*UN*1,X12-ELEMENT-MISSING",
    "SV2*0300*HC:85025*75*UN*1,SV2*0300*HC:85025*75*DA*1,X12-CODE-UNKNOWN",
    "SV2*0300*HC:85025*75*UN*1,SV2*0300*ER:85025*75*UN*1,X12-CODE-UNKNOWN",
    "SV2*0300*HC:85025*75*UN*1,SV2*0300*HC:85-25*75*UN*1,X12-PROCEDURE",
    "SV2*0300*HC:85025*75*UN*1,SV2*0300**75*UN*1,X12-LINE-UNCODED",
    "SV2*0300*HC:85025*75*UN*1,SV1*HC:85025*75*UN*1***1,X12-SEGMENT-UNKNOWN",
    "HI*ABK:N135~,HI*ABX:N135~,X12-CODE-UNKNOWN",
    "DTP*434*D8*20260305~,,X12-SEGMENT-MISSING"
  })
  void defect_inAClaim_isToldByName(String sound, String defect, String code) {
    String file = Admitting.text(FILE);
    int from = file.indexOf("CLM*ONEDAY");
    String damaged =
        file.substring(0, from) + file.substring(from).replace(sound, defect == null ? "" : defect);
    assertThat(damaged).isNotEqualTo(file);
    assertThat(problems(damaged)).contains("refused ONEDAY", code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"005010X223", "005010X223A1", "005010X223A2", "005010X223A3"})
  void guide_anyErratum_isRead(String guide) {
    assertThat(encounters(Admitting.text(FILE).replace("005010X223A2", guide))).hasSize(2);
  }

  @Test
  void bothGuides_inOneGroup_areReadEachByItsOwn() {
    String professional = Admitting.text("twelve-diagnoses.x12");
    String sets = professional.substring(professional.indexOf("ST*"), professional.indexOf("GE*"));
    String file = Admitting.text(FILE).replace("GE*1*1", sets + "GE*2*1");
    assertThat(encounters(file))
        .extracting(Encounter::setting)
        .containsExactly(
            Setting.OUTPATIENT_HOSPITAL, Setting.OUTPATIENT_HOSPITAL, Setting.PRACTITIONER);
  }

  @Test
  void otherDiagnoses_twentyFive_areTheMost() {
    String twentyFour = "HI*" + String.join("*", Collections.nCopies(12, "ABF:N200")) + "~\n";
    String full =
        Admitting.text(FILE).replace("HI*ABK:N135~\n", "HI*ABK:N135~\n" + twentyFour.repeat(2));
    String over = full.replace("HI*ABK:N135~\n", "HI*ABK:N135*ABF:N201~\n");
    assertThat(encounters(full).get(1).diagnoses()).hasSize(25);
    assertThat(problems(over)).contains("X12-LIMIT the claim has more than 25 diagnoses");
  }

  @Test
  void claims_written_areReadAsTheyWere() {
    RandomEncounters random = new RandomEncounters(Seed.VALUE);
    List<Encounter> sent =
        IntStream.range(0, WRITTEN)
            .mapToObj(number -> ClaimFacts.institutional(random.next(), "C" + number))
            .filter(encounter -> !encounter.lines().isEmpty())
            .toList();

    List<Encounter> read = encounters(ClaimWriter.institutional(sent));

    assertThat(read.stream().map(InstitutionalClaimsTest::unnamed).toList())
        .as("seed %d", Seed.VALUE)
        .isEqualTo(sent.stream().map(InstitutionalClaimsTest::unnamed).toList());
  }

  /** The encounter without the patient's pseudonym, as text: amounts by their written form. */
  private static String unnamed(Encounter encounter) {
    return encounter.toString().replaceAll("key=[^,\\]]*", "key=any");
  }

  private static List<Encounter> encounters(String file) {
    return Admitting.encounters(Admitting.all(Admitting.bytes(file)));
  }

  private static String problems(String file) {
    return Admitting.problems(Admitting.all(Admitting.bytes(file)));
  }

  private static Provider provider(String npi) {
    return new Provider(new Npi(npi));
  }
}
