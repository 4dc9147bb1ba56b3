package org.preclaim.intake.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Sex;
import org.preclaim.intake.PatientKeys;

/** Reads who was treated; identifiers become a pseudonym, and names and addresses stay behind. */
final class Patients {

  private static final Set<String> PATIENT = Set.of("Patient");

  private final Reading reading;
  private final Found<Claim> claim;
  private final PatientKeys keys;

  Patients(Reading reading, Found<Claim> claim, PatientKeys keys) {
    this.reading = reading;
    this.claim = claim;
    this.keys = keys;
  }

  /** The patient; null where a problem says why there is none. */
  org.preclaim.encounter.@Nullable Patient patient(
      @Nullable Coverage coverage, @Nullable String payerId, @Nullable LocalDate firstService) {
    Spot spot = claim.spot().field("patient");
    Found<DomainResource> found =
        reading.sent().resolve(claim.resource().getPatient(), spot, claim, PATIENT);
    if (found == null) {
      if (!claim.resource().getPatient().hasReference()) {
        reading.problem(
            spot,
            FhirProblemCode.REFERENCE,
            "the patient is not named by a reference: expected one to a Patient that is sent too");
      }
      return null;
    }
    Found<Patient> sent = found.as(Patient.class);
    LocalDate born = birthDate(sent, firstService);
    String key = key(sent, coverage, payerId == null ? "" : payerId, born);
    if (key == null) {
      reading.problem(
          sent.spot(),
          FhirProblemCode.PATIENT_KEY,
          "nothing says which patient this is: expected `Coverage.subscriberId`, an identifier with"
              + " a system, or a reference by id");
      return null;
    }
    return new org.preclaim.encounter.Patient(key, born, sex(sent.resource()));
  }

  private @Nullable LocalDate birthDate(Found<Patient> sent, @Nullable LocalDate firstService) {
    Patient patient = sent.resource();
    if (!patient.hasBirthDate()) {
      return null;
    }
    Spot spot = sent.spot().field("birthDate");
    LocalDate born = Dates.dayOf(patient.getBirthDateElement());
    if (born == null) {
      // The date itself is the patient's and is not shown.
      reading.notice(spot, FhirProblemCode.DATE, "the birth date is no whole day; it is left out");
    } else if (firstService != null && firstService.isBefore(born)) {
      reading.problem(
          spot,
          FhirProblemCode.BIRTH_AFTER_SERVICE,
          "the patient was born after the service of `" + firstService + "`");
    }
    return born;
  }

  private static Sex sex(Patient patient) {
    AdministrativeGender gender = patient.getGender();
    return gender == AdministrativeGender.FEMALE
        ? Sex.FEMALE
        : gender == AdministrativeGender.MALE ? Sex.MALE : Sex.UNKNOWN;
  }

  private @Nullable String key(
      Found<Patient> sent, @Nullable Coverage coverage, String payerId, @Nullable LocalDate born) {
    Patient patient = sent.resource();
    for (Identifier identifier : patient.getIdentifier()) {
      if (CodeSystems.PATIENT_KEY.equals(identifier.getSystem()) && identifier.hasValue()) {
        return identifier.getValue();
      }
    }
    if (coverage != null && coverage.hasSubscriberId()) {
      return keys.ofMember(payerId, coverage.getSubscriberId(), born, firstName(patient));
    }
    for (Identifier identifier : patient.getIdentifier()) {
      if (identifier.hasSystem() && identifier.hasValue()) {
        return keys.pseudonym(List.of(identifier.getSystem(), identifier.getValue()));
      }
    }
    String address = address(sent);
    return address == null ? null : keys.pseudonym(List.of(address));
  }

  private static String firstName(Patient patient) {
    return patient.hasName() && patient.getName().get(0).hasGiven()
        ? patient.getName().get(0).getGiven().get(0).getValue()
        : "";
  }

  /** Where the sender keeps the patient; a contained one or a UUID is another one each time. */
  private static @Nullable String address(Found<Patient> sent) {
    String url = sent.fullUrl();
    if (sent.owner() != sent.resource()) {
      return null;
    }
    if (url != null && !url.startsWith("urn:")) {
      return url;
    }
    String id = sent.resource().getIdElement().getIdPart();
    return url != null || id == null ? null : "Patient/" + id;
  }
}
