package org.preclaim.intake.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.ItemComponent;
import org.hl7.fhir.r4.model.Claim.RelatedClaimComponent;
import org.hl7.fhir.r4.model.DomainResource;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.PriorService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.intake.fhir.Concepts.Said;

/**
 * Reads the patient's earlier services: the items of the claims that this one names as associated.
 * A claim that this one replaces tells nothing about earlier services and is not read.
 */
final class EarlierClaims {

  private static final String ASSOCIATED = "associated";
  private static final Set<String> CLAIM = Set.of("Claim");

  private final Reading reading;
  private final Found<Claim> claim;
  private final Concepts concepts;
  private final Dates dates;
  private final Items items;
  private final Providers providers;

  EarlierClaims(
      Reading reading, Found<Claim> claim, Concepts concepts, Items items, Providers providers) {
    this.reading = reading;
    this.claim = claim;
    this.concepts = concepts;
    this.dates = new Dates(reading);
    this.items = items;
    this.providers = providers;
  }

  /** Whether {@code related} leads to earlier services. */
  static boolean isEarlier(RelatedClaimComponent related) {
    return related.getRelationship().getCoding().stream()
        .anyMatch(each -> ASSOCIATED.equals(each.getCode()));
  }

  /** The earlier services; null where no associated claim was sent. */
  @Nullable List<PriorService> services() {
    List<PriorService> services = new ArrayList<>();
    boolean any = false;
    List<RelatedClaimComponent> sent = claim.resource().getRelated();
    for (int index = 0; index < sent.size(); index++) {
      Spot spot = claim.spot().entry("related", index);
      if (!isEarlier(sent.get(index))) {
        reading.notice(
            spot,
            FhirProblemCode.NOT_READ,
            "only claims in the relationship `associated` are read");
        continue;
      }
      any = true;
      Found<DomainResource> found =
          reading.sent().resolve(sent.get(index).getClaim(), spot.field("claim"), claim, CLAIM);
      if (found != null) {
        add(services, found.as(Claim.class));
      }
    }
    if (services.size() > reading.limits().lines()) {
      reading.problem(
          claim.spot().field("related"),
          FhirProblemCode.LIMIT,
          "there are more than " + reading.limits().lines() + " earlier services");
    }
    return any ? services : null;
  }

  private void add(List<PriorService> services, Found<Claim> earlier) {
    if (!isSamePatient(earlier)) {
      reading.problem(
          earlier.spot().field("patient"),
          FhirProblemCode.REFERENCE,
          "the earlier claim is another patient's");
      return;
    }
    CareTeam careTeam = new CareTeam(reading, earlier, providers);
    List<ItemComponent> sent = earlier.resource().getItem();
    for (int index = 0; index < sent.size(); index++) {
      Spot spot = earlier.spot().entry("item", index);
      ItemComponent item = sent.get(index);
      Said<HcpcsCode> said =
          concepts.procedure(item.getProductOrService(), spot.field("productOrService"));
      List<Modifier> modifiers = items.modifiers(item.getModifier(), spot);
      ServiceDates served = Items.serviced(earlier, item, spot, dates, reading);
      Provider rendering = careTeam.rendering(item, spot);
      if (said instanceof Said.Foreign<HcpcsCode> foreign) {
        reading.notice(
            spot, FhirProblemCode.CODE_SYSTEM, foreign.why() + "; the earlier service is left out");
      } else if (said instanceof Said.Code<HcpcsCode> code && served != null) {
        services.add(new PriorService(code.code(), modifiers, served, rendering));
      }
    }
  }

  private boolean isSamePatient(Found<Claim> earlier) {
    Found<DomainResource> own = reading.sent().find(claim.resource().getPatient(), claim);
    Found<DomainResource> other = reading.sent().find(earlier.resource().getPatient(), earlier);
    return own != null && other != null && own.resource() == other.resource();
  }
}
