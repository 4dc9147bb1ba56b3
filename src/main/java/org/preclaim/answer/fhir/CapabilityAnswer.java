package org.preclaim.answer.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ReferenceHandlingPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.preclaim.intake.fhir.FhirModel;

/** What the service can do in FHIR, and nothing that it cannot, as a CapabilityStatement. */
public final class CapabilityAnswer {

  private static final String SUBMIT = "http://hl7.org/fhir/OperationDefinition/Claim-submit";

  /** The day on which what is stated here last changed. */
  private static final String CHANGED = "2026-11-22";

  private CapabilityAnswer() {}

  /**
   * The CapabilityStatement as JSON on one line.
   *
   * @param version of the service
   */
  public static String json(String version) {
    CapabilityStatement statement = new CapabilityStatement();
    statement.setId("preclaim");
    statement.setName("Preclaim");
    statement.setTitle("Preclaim");
    statement.setStatus(PublicationStatus.ACTIVE);
    statement.setDateElement(new DateTimeType(CHANGED));
    statement.setPublisher("Preclaim");
    statement.setDescription(
        "Checks a claim before it is one: predetermination of professional and outpatient"
            + " institutional claims under the coding policies in force.");
    statement.setKind(CapabilityStatementKind.INSTANCE);
    statement.getSoftware().setName("Preclaim").setVersion(version);
    statement.getImplementation().setDescription("A Preclaim service");
    statement.setFhirVersion(FHIRVersion._4_0_1);
    statement.addFormat("application/fhir+json");
    statement.addFormat("json");
    CapabilityStatementRestComponent rest = statement.addRest();
    rest.setMode(RestfulCapabilityMode.SERVER);
    rest.setDocumentation(
        "JSON only. References are resolved within what is sent and never fetched. Nothing is"
            + " stored under a FHIR address; the journal keeps each decision.");
    rest.addResource(claim());
    rest.addResource(read("StructureDefinition", "The extensions of the answers."));
    rest.addResource(read("CodeSystem", "The codes of the answers, and the words of requests."));
    return FhirModel.json(statement);
  }

  private static CapabilityStatementRestResourceComponent claim() {
    CapabilityStatementRestResourceComponent claim = new CapabilityStatementRestResourceComponent();
    claim.setType("Claim");
    claim.setDocumentation(
        "Only the operation $submit, with use = predetermination and a type of professional or"
            + " institutional: a Claim, a Bundle with one, or Parameters with a resource.");
    List.of(ReferenceHandlingPolicy.LITERAL, ReferenceHandlingPolicy.ENFORCED)
        .forEach(claim::addReferencePolicy);
    claim
        .addOperation()
        .setName("submit")
        .setDefinition(SUBMIT)
        .setDocumentation(
            "Answers with a ClaimResponse, or an OperationOutcome. The header Idempotency-Key makes"
                + " a request safe to send again.");
    return claim;
  }

  private static CapabilityStatementRestResourceComponent read(String type, String words) {
    CapabilityStatementRestResourceComponent resource =
        new CapabilityStatementRestResourceComponent();
    resource.setType(type);
    resource.setDocumentation(words);
    resource.addInteraction().setCode(TypeRestfulInteraction.READ);
    return resource;
  }
}
