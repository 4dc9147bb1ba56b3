package org.preclaim.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.ClaimResponse.ItemComponent;
import org.hl7.fhir.r4.model.ClaimResponse.RemittanceOutcome;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preclaim.encounter.Encounter;
import org.preclaim.fixtures.FhirWriter;
import org.preclaim.fixtures.FhirWriter.Form;
import org.preclaim.fixtures.Hl7Validator;
import org.preclaim.fixtures.RunningService;
import org.preclaim.fixtures.SampleDesk;
import org.preclaim.fixtures.Words;
import org.preclaim.intake.Admission;
import org.preclaim.intake.json.EncounterJson;

/** FHIR as other people's software sees it: HAPI's client asks, and HL7's validator reads. */
class FhirControllerTest {

  private static final String FHIR = "application/fhir+json";
  private static final String SUBMIT = "/fhir/Claim/$submit";
  private static final FhirContext R4 = FhirContext.forR4Cached();

  private final RunningService service = RunningService.only();
  private final IGenericClient client =
      R4.newRestfulGenericClient("http://127.0.0.1:" + service.port() + "/fhir");

  /** The claim of an encounter in JSON. */
  static String claim(String encounter) {
    return FhirWriter.json(encounter(encounter), Form.CONTAINED);
  }

  private static Encounter encounter(String json) {
    Admission admission =
        new EncounterJson(Words.VOCABULARY)
            .read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "-");
    return ((Admission.Admitted) admission).encounter();
  }

  private ClaimResponse submit(Resource claim) {
    return client
        .operation()
        .onType(Claim.class)
        .named("$submit")
        .withParameter(Parameters.class, "resource", claim)
        .returnResourceType(ClaimResponse.class)
        .execute();
  }

  private static void assertClean(String json) {
    assertThat(Hl7Validator.messages(json)).isEmpty();
  }

  private static void assertClean(Resource resource) {
    assertClean(R4.newJsonParser().encodeResourceToString(resource));
  }

  @ParameterizedTest
  @EnumSource(value = Form.class, names = "PARAMETERS", mode = EnumSource.Mode.EXCLUDE)
  void deniedLine_submittedByHapisClient_isAdjudicatedWithItsReasons(Form form) {
    ClaimResponse answer = submit(FhirWriter.resource(encounter(SampleDesk.DENIED), form));

    assertThat(answer.getOutcome()).isEqualTo(RemittanceOutcome.COMPLETE);
    assertThat(answer.getUse().toCode()).isEqualTo("predetermination");
    assertThat(answer.getError()).isEmpty();
    ItemComponent item = answer.getItemFirstRep();
    assertThat(item.getItemSequence()).isEqualTo(1);
    assertThat(item.getAdjudicationFirstRep().getCategory().getCodingFirstRep().getCode())
        .isEqualTo("deny");
    Coding reason = item.getAdjudicationFirstRep().getReason().getCodingFirstRep();
    assertThat(reason.getSystem()).isEqualTo("https://x12.org/codes/claim-adjustment-reason-codes");
    assertThat(item.getAdjudicationFirstRep().getExtension())
        .extracting(each -> each.getUrl())
        .containsExactly("https://preclaim.org/fhir/StructureDefinition/finding");
    assertThat(answer.getProcessNoteFirstRep().getText()).contains("(policy ", ", release ");
    assertThat(item.getNoteNumber().get(0).getValue())
        .isEqualTo(answer.getProcessNoteFirstRep().getNumber());
    assertClean(answer);
  }

  @Test
  void decision_throughTheDoor_standsInTheJournalAsFhir() throws Exception {
    ClaimResponse answer = submit(FhirWriter.resource(encounter(SampleDesk.CLEAN), Form.UUID));

    assertThat(
            answer
                .getItemFirstRep()
                .getAdjudicationFirstRep()
                .getCategory()
                .getCodingFirstRep()
                .getCode())
        .isEqualTo("no-warning");
    String stored = service.get("/v1/decisions/" + answer.getIdElement().getIdPart()).body();
    assertThat(stored).contains("\"door\":\"fhir\"", "\"encounterId\":\"E-CLEAN\"");
  }

  @Test
  void request_sentAgainWithItsKey_getsTheSameAnswer() throws Exception {
    String body = claim(SampleDesk.DENIED);
    String other = claim(SampleDesk.CLEAN);

    HttpResponse<String> first = service.post(SUBMIT, FHIR, body, "Idempotency-Key", "fhir-1");
    HttpResponse<String> again = service.post(SUBMIT, FHIR, body, "Idempotency-Key", "fhir-1");
    HttpResponse<String> wrong = service.post(SUBMIT, FHIR, other, "Idempotency-Key", "fhir-1");

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("OperationOutcome", "idempotency-key-reused");
    assertClean(wrong.body());
  }

  @Test
  void claimToBePaid_submitted_isNotProcessedAndSaysWhy() throws Exception {
    Claim claim = (Claim) FhirWriter.resource(encounter(SampleDesk.CLEAN), Form.CONTAINED);
    claim.setUse(Claim.Use.CLAIM);
    claim.getType().getCodingFirstRep().setCode("pharmacy");

    ClaimResponse answer = submit(claim);

    assertThat(answer.getOutcome()).isEqualTo(RemittanceOutcome.ERROR);
    assertThat(answer.getError())
        .extracting(each -> each.getCode().getCodingFirstRep().getCode())
        .containsExactly("FHIR-CLAIM-USE", "FHIR-CLAIM-TYPE");
    assertThat(answer.getItem()).isEmpty();
    assertClean(answer);
  }

  @Test
  void itemOfSnomedOnly_submitted_isNotApplicableWithItsReason() {
    Claim claim = (Claim) FhirWriter.resource(encounter(SampleDesk.DENIED), Form.CONTAINED);
    Claim.ItemComponent item = claim.getItemFirstRep().copy();
    item.setSequence(2);
    item.getProductOrService()
        .getCodingFirstRep()
        .setSystem("http://snomed.info/sct")
        .setCode("80146002");
    claim.addItem(item);

    ClaimResponse answer = submit(claim);

    assertThat(answer.getOutcome()).isEqualTo(RemittanceOutcome.PARTIAL);
    ItemComponent unread = answer.getItem().get(1);
    assertThat(unread.getAdjudicationFirstRep().getCategory().getCodingFirstRep().getCode())
        .isEqualTo("not-applicable");
    assertThat(unread.getAdjudicationFirstRep().getReason().getText())
        .isEqualTo("the code is of `http://snomed.info/sct`: expected a CPT or HCPCS code");
    assertClean(answer);
  }

  @Test
  void unusableClaim_submitted_isRefusedWithEveryProblemAndItsPath() {
    Claim claim = (Claim) FhirWriter.resource(encounter(SampleDesk.DENIED), Form.CONTAINED);
    claim.setPatient(new Reference("Patient/elsewhere"));
    claim.getItemFirstRep().addDiagnosisSequence(7).getNet().setCurrency("EUR");

    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(() -> submit(claim))
        .satisfies(
            refused -> {
              OperationOutcome outcome = (OperationOutcome) refused.getOperationOutcome();
              assertThat(outcome.getIssue())
                  .extracting(each -> each.getExpression().get(0).getValue())
                  .containsExactly(
                      "Parameters.parameter[0].resource.item[0].diagnosisSequence[0]",
                      "Parameters.parameter[0].resource.item[0].net",
                      "Parameters.parameter[0].resource.patient.reference");
              assertClean(outcome);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "{\"resourceType\":\"Robot\"}", "{\"resourceType\":\"Patient\"}"})
  void noClaim_submitted_isAnOperationOutcome(String body) throws Exception {
    HttpResponse<String> answer = service.post(SUBMIT, FHIR, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(FHIR);
    assertThat(answer.body()).contains("\"resourceType\":\"OperationOutcome\"");
    assertClean(answer.body());
  }

  @Test
  void otherRequests_refused_areOperationOutcomes() throws Exception {
    List<HttpResponse<String>> answers =
        List.of(
            service.post(SUBMIT, "application/fhir+xml", "<Claim/>"),
            service.post(SUBMIT + "?_format=xml", FHIR, "{}"),
            service.get(SUBMIT),
            service.get("/fhir/Patient/1"),
            service.get("/fhir/StructureDefinition/nothing"),
            service.post(SUBMIT, FHIR, " ".repeat((1 << 20) + 1)));

    assertThat(answers)
        .extracting(HttpResponse::statusCode)
        .containsExactly(415, 406, 405, 404, 404, 413);
    for (HttpResponse<String> answer : answers) {
      assertThat(answer.body()).contains("\"resourceType\":\"OperationOutcome\"");
      assertClean(answer.body());
    }
  }

  @Test
  void metadata_readByHapisClient_statesTheOperation() throws Exception {
    CapabilityStatement statement =
        client.capabilities().ofType(CapabilityStatement.class).execute();

    assertThat(statement.getFhirVersion().toCode()).isEqualTo("4.0.1");
    assertThat(statement.getRestFirstRep().getResource())
        .extracting(each -> each.getType())
        .containsExactly("Claim", "StructureDefinition", "CodeSystem");
    assertThat(statement.getRestFirstRep().getResourceFirstRep().getOperationFirstRep().getName())
        .isEqualTo("submit");
    assertClean(service.get("/fhir/metadata").body());
  }
}
