package org.preclaim.intake.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Encounter;
import org.preclaim.encounter.PerformedProcedure;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.Setting;
import org.preclaim.intake.PatientKeys;
import org.preclaim.intake.fhir.Concepts.Said;

/**
 * Turns one claim, with what it refers to, into an encounter, or into all that is wrong with it.
 */
final class ClaimReader {

  private static final Set<String> LOCATION = Set.of("Location");

  private final Reading reading;
  private final Found<Claim> claim;
  private final Concepts concepts;
  private final Providers providers;

  ClaimReader(Reading reading, Found<Claim> claim) {
    this.reading = reading;
    this.claim = claim;
    this.concepts = new Concepts(reading);
    this.providers = new Providers(reading);
  }

  /**
   * What became of the claim; where the reading has problems it means nothing.
   *
   * @param before problems of the document's structure
   */
  Submission read(PatientKeys keys, ClaimUse taken, Findings before) {
    Findings unprocessed = new Findings(reading.limits().problems());
    ClaimKind kind = new ClaimKind(claim, reading, unprocessed);
    Setting setting = kind.setting(taken);
    String name = name();
    Diagnoses diagnosed = new Diagnoses(reading, claim, concepts);
    var diagnoses = diagnosed.diagnoses();
    PlaceOfService place = place();
    Items items = new Items(reading, claim, concepts, diagnosed, providers, place);
    List<ClaimItem> answered = items.items();
    var procedures = new Procedures(reading, claim, concepts).procedures();
    var documentation = new RecordedFacts(reading, claim, concepts).documentation();
    var history = new EarlierClaims(reading, claim, concepts, items, providers).services();
    Payers payers = new Payers(reading, claim);
    Found<Coverage> coverage = payers.coverage();
    String payerId = payers.payerId(coverage);
    var patient =
        new Patients(reading, claim, keys)
            .patient(
                coverage == null ? null : coverage.resource(),
                payerId,
                first(items.lines(), procedures));
    var billing =
        providers.provider(
            claim.resource().getProvider(),
            claim.spot().field("provider"),
            claim,
            "billing provider");
    checkSomethingWasDone(answered, procedures);
    before.addUnrelated(reading.problems());
    if (!before.isEmpty() || name == null || patient == null) {
      before.addUnrelated(unprocessed);
      return new Submission.Refused(name, before.told());
    }
    if (!unprocessed.isEmpty() || setting == null) {
      return new Submission.NotProcessed(head(kind, name), unprocessed.told());
    }
    tellUnread();
    Encounter encounter =
        new Encounter(
            name,
            setting,
            Payers.word(coverage, payerId),
            place,
            patient,
            billing,
            diagnoses,
            items.lines(),
            procedures,
            documentation,
            history);
    return new Submission.Admitted(head(kind, name), answered, encounter, reading.notices().told());
  }

  private ClaimHead head(ClaimKind kind, String name) {
    Claim sent = claim.resource();
    String id = sent.getIdElement().getIdPart();
    String request = claim.fullUrl() != null ? claim.fullUrl() : id == null ? null : "Claim/" + id;
    return new ClaimHead(
        name,
        request,
        kind.type(),
        sent.getUse().toCode(),
        outside(sent.getPatient()),
        sent.hasInsurer() ? outside(sent.getInsurer()) : null);
  }

  /** A reference that means the same outside the claim; null where it does not. */
  private static @Nullable String outside(Reference reference) {
    String text = reference.getReference();
    return text == null || text.startsWith("#") ? null : text;
  }

  /** The sender's name for the claim; null where a problem says that it has none. */
  private @Nullable String name() {
    Claim sent = claim.resource();
    if (sent.hasIdentifier() && sent.getIdentifier().get(0).hasValue()) {
      return sent.getIdentifier().get(0).getValue();
    }
    String id = sent.getIdElement().getIdPart();
    if (id != null) {
      return id;
    }
    if (claim.fullUrl() != null) {
      return claim.fullUrl();
    }
    reading.problem(
        claim.spot().field("identifier"),
        FhirProblemCode.CLAIM_ID,
        "the claim has no name: expected an `identifier`, an `id`, or a `fullUrl` in a Bundle");
    return null;
  }

  /** The place of all items that have none of their own: the code of the facility. */
  private @Nullable PlaceOfService place() {
    Reference facility = claim.resource().getFacility();
    Spot spot = claim.spot().field("facility");
    Found<DomainResource> found = reading.sent().resolve(facility, spot, claim, LOCATION);
    if (found == null) {
      return null;
    }
    Found<Location> location = found.as(Location.class);
    for (int index = 0; index < location.resource().getType().size(); index++) {
      Spot type = location.spot().entry("type", index);
      if (concepts.place(location.resource().getType().get(index), type)
          instanceof Said.Code<PlaceOfService> code) {
        return code.code();
      }
    }
    reading.notice(
        location.spot(),
        FhirProblemCode.NOT_READ,
        "the facility has no code of a place of service; the place is left out");
    return null;
  }

  private static @Nullable LocalDate first(
      List<ServiceLine> lines, @Nullable List<PerformedProcedure> procedures) {
    Stream<ServiceDates> performed =
        procedures == null ? Stream.of() : procedures.stream().map(PerformedProcedure::dates);
    return Stream.concat(lines.stream().map(ServiceLine::dates), performed)
        .map(ServiceDates::from)
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  private void checkSomethingWasDone(
      List<ClaimItem> items, @Nullable List<PerformedProcedure> procedures) {
    if (items.isEmpty() && (procedures == null || procedures.isEmpty())) {
      reading.problem(
          claim.spot().field("item"),
          FhirProblemCode.NOTHING_TO_CHECK,
          "nothing to check: expected at least one `item` or performed `procedure`");
    }
  }

  /** Names the resources that had no part in the encounter. */
  private void tellUnread() {
    for (Found<DomainResource> each : reading.sent().unread()) {
      boolean patient = each.resource() instanceof Patient;
      reading.notice(
          each.spot(),
          FhirProblemCode.NOT_READ,
          patient
              ? "the Patient is not the claim's and was not read"
              : "nothing that is read refers to the resource; it was not read");
    }
  }
}
