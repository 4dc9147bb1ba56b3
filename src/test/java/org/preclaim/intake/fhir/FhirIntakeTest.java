package org.preclaim.intake.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.fixtures.FhirWriter;
import org.preclaim.fixtures.FhirWriter.Form;
import org.preclaim.fixtures.GoldenFile;
import org.preclaim.fixtures.Words;
import org.preclaim.intake.Admission;
import org.preclaim.intake.PatientKeys;
import org.preclaim.intake.json.EncounterJson;
import org.preclaim.problem.Problem;

class FhirIntakeTest {

  private static final PatientKeys KEYS = new PatientKeys(new byte[16]);
  private static final FhirIntake INTAKE = new FhirIntake(Words.VOCABULARY, FhirLimits.DEFAULT);

  private static Claim claim() {
    byte[] json = GoldenFile.text("intake/json/admitted/contract.json").getBytes(UTF_8);
    Admission admission =
        new EncounterJson(Words.VOCABULARY).read(new ByteArrayInputStream(json), "-");
    Encounter contract = ((Admission.Admitted) admission).encounter();
    return (Claim) FhirWriter.resource(contract, Form.CONTAINED);
  }

  private static Claim claim(Consumer<Claim> change) {
    Claim claim = claim();
    change.accept(claim);
    return claim;
  }

  private static Submission read(org.hl7.fhir.r4.model.Resource sent) {
    return INTAKE.read(FhirModel.json(sent).getBytes(UTF_8), "-", KEYS, ClaimUse.PREDETERMINATION);
  }

  private static Submission.Admitted admitted(Claim claim) {
    Submission submission = read(claim);
    assertThat(submission).as("%s", submission).isInstanceOf(Submission.Admitted.class);
    return (Submission.Admitted) submission;
  }

  private static List<String> problems(Claim claim) {
    Submission submission = read(claim);
    assertThat(submission).as("%s", submission).isInstanceOf(Submission.Refused.class);
    return told(((Submission.Refused) submission).problems());
  }

  private static List<String> told(List<Problem> problems) {
    return problems.stream().map(each -> each.place() + " " + each.code()).toList();
  }

  private static <T> T contained(Claim claim, Class<T> type) {
    return claim.getContained().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.ama-assn.org/go/cpt",
        "https://www.ama-assn.org/go/CPT/",
        "urn:oid:2.16.840.1.113883.6.12",
        "http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
        "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets",
        "urn:oid:2.16.840.1.113883.6.285",
        "https://bluebutton.cms.gov/resources/codesystem/hcpcs"
      })
  void service_underAnyOfItsSystems_isRead(String system) {
    Claim sent =
        claim(
            it -> it.getItemFirstRep().getProductOrService().getCodingFirstRep().setSystem(system));

    assertThat(admitted(sent).encounter().lines()).hasSize(sent.getItem().size());
  }

  @Test
  void diagnosis_inConditionUnderItsOid_isRead() {
    Condition condition = new Condition();
    condition.setId("c1");
    condition.setSubject(new Reference("#r1"));
    condition.setCode(
        new CodeableConcept(new Coding("http://snomed.info/sct", "95566004", null))
            .addCoding(new Coding("urn:oid:2.16.840.1.113883.6.90", "N13.5", null)));
    Claim sent =
        claim(
            it -> {
              it.addContained(condition);
              it.getDiagnosis().get(0).setDiagnosis(new Reference("#c1"));
            });

    assertThat(admitted(sent).encounter()).isEqualTo(admitted(claim()).encounter());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://hl7.org/fhir/sid/icd-10", "http://snomed.info/sct"})
  void diagnosis_ofAnotherSystem_refusesTheClaim(String system) {
    Claim sent =
        claim(
            it ->
                it.getDiagnosisFirstRep()
                    .getDiagnosisCodeableConcept()
                    .getCodingFirstRep()
                    .setSystem(system));

    assertThat(problems(sent)).containsExactly("Claim.diagnosis[0].diagnosis FHIR-CODE-SYSTEM");
  }

  @Test
  void item_withDetails_isTheSumOfLines() {
    Claim sent =
        claim(
            it -> {
              CodeableConcept code = it.getItemFirstRep().getProductOrService();
              Claim.DetailComponent first = it.getItemFirstRep().addDetail();
              first.setSequence(1).setProductOrService(code);
              Claim.DetailComponent second = it.getItemFirstRep().addDetail();
              second.setSequence(2).setProductOrService(code);
              second.addSubDetail().setSequence(1).setProductOrService(code);
            });
    int highest =
        sent.getItem().stream().mapToInt(Claim.ItemComponent::getSequence).max().orElse(0);

    Submission.Admitted read = admitted(sent);

    assertThat(read.encounter().lines())
        .extracting(ServiceLine::number)
        .contains(highest + 1, highest + 2)
        .doesNotContain(sent.getItemFirstRep().getSequence());
    assertThat(read.items().get(0).line()).isNull();
    assertThat(read.items().get(0).details().get(1).details().get(0).line()).isEqualTo(highest + 2);
    assertThat(told(read.notices().problems()))
        .contains(
            "Claim.item[0].detail[0] FHIR-DETAIL",
            "Claim.item[0].detail[1].subDetail[0] FHIR-DETAIL");
  }

  @Test
  void providersAndPayer_namedByIdentifierAlone_areRead() {
    Claim sent =
        claim(
            it -> {
              it.setProvider(
                  new Reference()
                      .setIdentifier(
                          new Identifier()
                              .setSystem("urn:oid:2.16.840.1.113883.4.6")
                              .setValue("1234567893")));
              it.setInsurer(new Reference().setIdentifier(new Identifier().setValue("87726")));
            });

    Encounter read = admitted(sent).encounter();

    assertThat(read.billingProvider()).isEqualTo(new Provider(new Npi("1234567893")));
    assertThat(read.payer()).isEqualTo("87726");
  }

  @ParameterizedTest
  @CsvSource({"MB,medicare", "MA,medicare", "MC,medicaid", "CI,P1"})
  void payer_ofFilingIndicator_isTheWordThatX12Gives(String indicator, String word) {
    Claim sent =
        claim(
            it -> {
              contained(it, Coverage.class)
                  .setType(
                      new CodeableConcept(
                          new Coding("https://codesystem.x12.org/005010/1032", indicator, null)));
              it.setInsurer(new Reference().setIdentifier(new Identifier().setValue("P1")));
            });

    assertThat(admitted(sent).encounter().payer()).isEqualTo(word);
  }

  @Test
  void patient_withSubscriberId_hasThePseudonymOfX12() {
    Claim sent =
        claim(
            it -> {
              Patient patient = contained(it, Patient.class);
              patient.getIdentifier().clear();
              patient.setBirthDateElement(new DateType("1961-04-02"));
              contained(it, Coverage.class).setSubscriberId("MEMBER1");
              it.setInsurer(new Reference().setIdentifier(new Identifier().setValue("P1")));
            });

    Submission.Admitted read = admitted(sent);

    assertThat(read.encounter().patient().key())
        .isEqualTo(KEYS.ofMember("P1", "MEMBER1", read.encounter().patient().birthDate(), "JANE"));
    assertThat(read.toString()).doesNotContain("MEMBER1", "Jane", "Shown-Nowhere");
  }

  @Test
  void patient_thatNothingTellsApart_refusesTheClaim() {
    Claim sent = claim(it -> contained(it, Patient.class).getIdentifier().clear());

    assertThat(problems(sent)).singleElement().asString().endsWith(" FHIR-PATIENT-KEY");
  }

  @Test
  void setting_ofInstitutionalClaim_isOutpatientHospital() {
    Claim sent =
        claim(
            it -> {
              it.getSubType().getCoding().clear();
              it.getType().getCodingFirstRep().setCode("institutional");
            });

    assertThat(admitted(sent).encounter().setting()).isEqualTo(Setting.OUTPATIENT_HOSPITAL);
  }

  @Test
  void claim_ofAKindThatIsNotDecided_isNotProcessed() {
    Claim sent =
        claim(
            it -> {
              it.setStatus(Claim.ClaimStatus.DRAFT);
              it.setUse(Claim.Use.PREAUTHORIZATION);
              it.getType().getCodingFirstRep().setCode("institutional");
              it.setSubType(new CodeableConcept(new Coding("any", "inpatient-facility", null)));
            });

    Submission submission = read(sent);

    assertThat(submission).isInstanceOf(Submission.NotProcessed.class);
    assertThat(told(((Submission.NotProcessed) submission).problems()))
        .containsExactly(
            "Claim.status FHIR-CLAIM-STATUS", "Claim.use FHIR-CLAIM-USE", "Claim FHIR-INPATIENT");
  }

  @Test
  void claim_withManyFaults_isToldAllOfThemWithTheirPaths() {
    Claim sent =
        claim(
            it -> {
              Claim.ItemComponent item = it.getItemFirstRep();
              item.setServiced(new DateType("2026-03"));
              item.getProductOrService()
                  .addCoding(new Coding("http://www.ama-assn.org/go/cpt", "50430", null));
              item.addModifier(
                  new CodeableConcept(new Coding("http://www.ama-assn.org/go/cpt", "L", null)));
              item.getQuantity().setValue(new BigDecimal("-1"));
              item.getNet().setValue(new BigDecimal("0.001"));
              item.addCareTeamSequence(99);
              it.addDiagnosis(it.getDiagnosisFirstRep().copy());
              it.addModifierExtension().setUrl("https://ehr.example/not");
              it.setProvider(new Reference("https://ehr.example/Organization/1"));
            });

    assertThat(problems(sent))
        .contains(
            "Claim.item[0].serviced FHIR-DATE",
            "Claim.item[0].productOrService FHIR-TWO-CODES",
            "Claim.item[0].quantity FHIR-QUANTITY",
            "Claim.item[0].net FHIR-AMOUNT",
            "Claim.item[0].careTeamSequence[1] FHIR-UNKNOWN-CARE-TEAM",
            "Claim.modifierExtension[0] FHIR-MODIFIER-EXTENSION",
            "Claim.provider.reference FHIR-REFERENCE")
        .anyMatch(each -> each.endsWith(".sequence FHIR-DUPLICATE-NUMBER"))
        .anyMatch(each -> each.endsWith(".coding[0].code FHIR-BAD-CODE"));
  }

  @Test
  void bundle_withClaimsOfTwoKinds_hasOneClaimAndNamesWhatItDidNotRead() {
    Claim sent = claim();
    Bundle bundle = new Bundle();
    bundle.setType(Bundle.BundleType.COLLECTION);
    bundle.addEntry().setFullUrl("https://ehr.example/Claim/1").setResource(sent);
    bundle
        .addEntry()
        .setFullUrl("https://ehr.example/Organization/9")
        .setResource(new Organization().setActive(true));

    Submission read = read(bundle);

    assertThat(told(((Submission.Admitted) read).notices().problems()))
        .contains("Bundle.entry[1].resource FHIR-NOT-READ");
    bundle.addEntry().setFullUrl("https://ehr.example/Claim/2").setResource(claim());
    assertThat(told(((Submission.Refused) read(bundle)).problems()))
        .containsExactly("Bundle FHIR-NOT-ONE-CLAIM");
  }

  @Test
  void document_thatIsNoFhir_isRefusedWithPlaces() {
    String json =
        FhirModel.json(claim())
            .replaceFirst("\"status\":\"active\"(?=,\"type\")", "\"status\":\"bogus\",\"colour\":7")
            .replaceFirst("\"gender\":\"female\"", "\"gender\":true");

    Submission read = INTAKE.read(json.getBytes(UTF_8), "-", KEYS, ClaimUse.ANY);

    assertThat(told(((Submission.Refused) read).problems()))
        .contains(
            "Claim.contained[0].gender FHIR-WRONG-TYPE", "Claim.contained[10] FHIR-UNKNOWN-ELEMENT")
        .anyMatch(each -> each.endsWith("status FHIR-BAD-VALUE"));
  }

  @Test
  void document_beyondALimit_isRefused() {
    FhirLimits small = new FhirLimits(100_000, 12, 100_000, 500, 2, 2, 1, 3);
    FhirIntake intake = new FhirIntake(Words.VOCABULARY, small);

    assertThat(codes(intake, "[".repeat(20))).containsExactly("FHIR-LIMIT");
    assertThat(codes(intake, "\"" + "x".repeat(501) + "\"")).containsExactly("FHIR-LIMIT");
    assertThat(codes(intake, " ".repeat(100_001))).containsExactly("FHIR-LIMIT");
    assertThat(codes(intake, FhirModel.json(claim()))).contains("FHIR-LIMIT");
    assertThat(codes(intake, "{\"resourceType\":\"Claim\"}")).hasSize(4).endsWith("FHIR-LIMIT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1E-999999999", "1e+100", "1e99999999999", "0e0100"})
  void number_thatWouldFillTheMemory_isRefusedWithItsPlace(String number) {
    String json = "{\"resourceType\":\"Claim\",\n \"total\":{\"value\":" + number + "}}";

    Submission read = INTAKE.read(json.getBytes(UTF_8), "claim.json", KEYS, ClaimUse.ANY);

    assertThat(((Submission.Refused) read).problems())
        .extracting(Problem::toString)
        .containsExactly(
            "claim.json:2:19: FHIR-LIMIT the number has an exponent of more than two digits");
  }

  private static List<String> codes(FhirIntake intake, String text) {
    Submission read = intake.read(text.getBytes(UTF_8), "-", KEYS, ClaimUse.ANY);
    return ((Submission.Refused) read).problems().stream().map(Problem::code).toList();
  }
}
