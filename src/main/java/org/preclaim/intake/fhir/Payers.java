package org.preclaim.intake.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.InsuranceComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Reads who is to pay: the insurer of the claim, or the payer of its coverage. */
final class Payers {

  private static final Set<String> COVERAGE = Set.of("Coverage");
  private static final Set<String> PAYER = Set.of("Organization", "Patient", "RelatedPerson");

  private final Reading reading;
  private final Found<Claim> claim;

  Payers(Reading reading, Found<Claim> claim) {
    this.reading = reading;
    this.claim = claim;
  }

  /** The coverage that counts: the focal one, or the first; null where none was sent. */
  @Nullable Found<Coverage> coverage() {
    List<InsuranceComponent> insurance = claim.resource().getInsurance();
    int chosen = 0;
    for (int index = insurance.size() - 1; index >= 0; index--) {
      chosen = Numbers.isTrue(insurance.get(index).getFocalElement()) ? index : chosen;
    }
    if (insurance.isEmpty()) {
      return null;
    }
    Spot spot = claim.spot().entry("insurance", chosen).field("coverage");
    Found<DomainResource> found =
        reading.sent().resolve(insurance.get(chosen).getCoverage(), spot, claim, COVERAGE);
    return found == null ? null : found.as(Coverage.class);
  }

  /** The payer's own id, as it stands on claims; null where none was sent. */
  @Nullable String payerId(@Nullable Found<Coverage> coverage) {
    Claim sent = claim.resource();
    if (sent.hasInsurer()) {
      return id(sent.getInsurer(), claim.spot().field("insurer"), claim);
    }
    return coverage != null && coverage.resource().hasPayor()
        ? id(coverage.resource().getPayor().get(0), coverage.spot().entry("payor", 0), coverage)
        : null;
  }

  /** The word for the payer that the payer profiles use; its id where no profile covers a kind. */
  static @Nullable String word(@Nullable Found<Coverage> coverage, @Nullable String payerId) {
    if (coverage != null) {
      for (Coding coding : coverage.resource().getType().getCoding()) {
        if (CodeSystems.isFilingIndicator(coding.getSystem()) && coding.hasCode()) {
          switch (coding.getCode()) {
            case "MA", "MB" -> {
              return "medicare";
            }
            case "MC" -> {
              return "medicaid";
            }
            default -> {
              // Any other kind of payer goes by its own id.
            }
          }
        }
      }
    }
    return payerId;
  }

  private @Nullable String id(Reference reference, Spot spot, Found<?> from) {
    if (!reference.hasReference()) {
      return reference.hasIdentifier() ? id(List.of(reference.getIdentifier())) : null;
    }
    Found<DomainResource> found = reading.sent().resolve(reference, spot, from, PAYER);
    return found != null && found.resource() instanceof Organization organization
        ? id(organization.getIdentifier())
        : null;
  }

  private static @Nullable String id(List<Identifier> identifiers) {
    for (Identifier identifier : identifiers) {
      if (CodeSystems.PAYER.equals(identifier.getSystem()) && identifier.hasValue()) {
        return identifier.getValue();
      }
    }
    for (Identifier identifier : identifiers) {
      boolean other =
          CodeSystems.isNpi(identifier.getSystem()) || CodeSystems.isTaxId(identifier.getSystem());
      if (!other && identifier.hasValue()) {
        return identifier.getValue();
      }
    }
    return null;
  }
}
