package org.preclaim.intake.fhir;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.Npi;
import org.preclaim.encounter.Provider;

/**
 * Reads who billed or rendered a service: the NPI and nothing else. One without a usable NPI cannot
 * be told from another; it is left out, and noticed.
 */
final class Providers {

  private static final Set<String> TYPES =
      Set.of("Practitioner", "PractitionerRole", "Organization");
  private static final Set<String> PRACTITIONER = Set.of("Practitioner");

  private final Reading reading;

  Providers(Reading reading) {
    this.reading = reading;
  }

  /** The provider that {@code reference} names; null where none is known by an NPI. */
  @Nullable Provider provider(Reference reference, Spot spot, Found<?> from, String role) {
    if (!reference.hasReference()) {
      List<Identifier> named =
          reference.hasIdentifier() ? List.of(reference.getIdentifier()) : List.of();
      return noticed(npi(named), spot, role);
    }
    Found<DomainResource> found = reading.sent().resolve(reference, spot, from, TYPES);
    return found == null ? null : noticed(npi(found), found.spot(), role);
  }

  private @Nullable Provider noticed(@Nullable Provider provider, Spot spot, String role) {
    if (provider == null) {
      reading.notice(
          spot, FhirProblemCode.PROVIDER, "the " + role + " has no usable NPI; it is left out");
    }
    return provider;
  }

  private @Nullable Provider npi(Found<DomainResource> found) {
    if (found.resource() instanceof Practitioner practitioner) {
      return npi(practitioner.getIdentifier());
    }
    if (found.resource() instanceof Organization organization) {
      return npi(organization.getIdentifier());
    }
    if (!(found.resource() instanceof PractitionerRole role)) {
      return null;
    }
    Provider own = npi(role.getIdentifier());
    if (own != null || !role.hasPractitioner()) {
      return own;
    }
    Spot spot = found.spot().field("practitioner");
    Reference reference = role.getPractitioner();
    if (!reference.hasReference() && reference.hasIdentifier()) {
      return npi(List.of(reference.getIdentifier()));
    }
    Found<DomainResource> person = reading.sent().resolve(reference, spot, found, PRACTITIONER);
    return person == null ? null : npi(person);
  }

  private static @Nullable Provider npi(List<Identifier> identifiers) {
    for (Identifier identifier : identifiers) {
      if (CodeSystems.isNpi(identifier.getSystem()) && identifier.hasValue()) {
        try {
          return new Provider(new Npi(identifier.getValue().strip()));
        } catch (IllegalArgumentException none) {
          return null;
        }
      }
    }
    return null;
  }
}
