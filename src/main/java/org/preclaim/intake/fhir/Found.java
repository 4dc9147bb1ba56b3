package org.preclaim.intake.fhir;

import org.hl7.fhir.r4.model.DomainResource;
import org.jspecify.annotations.Nullable;

/**
 * A resource that was sent, and where.
 *
 * @param fullUrl of its entry; absent where it has none
 * @param owner the resource in which it is contained; itself where it is in none
 */
record Found<T extends DomainResource>(
    T resource, Spot spot, @Nullable String fullUrl, DomainResource owner) {

  /** The same one as a {@code type}; the caller knows that it is. */
  <S extends DomainResource> Found<S> as(Class<S> type) {
    return new Found<>(type.cast(resource), spot, fullUrl, owner);
  }
}
