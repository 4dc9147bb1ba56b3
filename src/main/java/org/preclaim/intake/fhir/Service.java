package org.preclaim.intake.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Claim.DetailComponent;
import org.hl7.fhir.r4.model.Claim.ItemComponent;
import org.hl7.fhir.r4.model.Claim.SubDetailComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What items, their details and the details of these have in common, for which HAPI's model has no
 * type.
 *
 * @param sent as it was sent
 * @param unitPrice absent where there is none, like the two after it
 */
record Service(
    Spot spot,
    int sequence,
    CodeableConcept sent,
    List<CodeableConcept> modifiers,
    @Nullable Quantity quantity,
    @Nullable Money unitPrice,
    boolean hasFactor,
    @Nullable Money net) {

  static Service of(ItemComponent item, Spot spot) {
    return new Service(
        spot,
        Numbers.of(item.getSequenceElement()),
        item.getProductOrService(),
        item.getModifier(),
        item.hasQuantity() ? item.getQuantity() : null,
        item.hasUnitPrice() ? item.getUnitPrice() : null,
        item.hasFactor(),
        item.hasNet() ? item.getNet() : null);
  }

  static Service of(DetailComponent detail, Spot spot) {
    return new Service(
        spot,
        Numbers.of(detail.getSequenceElement()),
        detail.getProductOrService(),
        detail.getModifier(),
        detail.hasQuantity() ? detail.getQuantity() : null,
        detail.hasUnitPrice() ? detail.getUnitPrice() : null,
        detail.hasFactor(),
        detail.hasNet() ? detail.getNet() : null);
  }

  static Service of(SubDetailComponent detail, Spot spot) {
    return new Service(
        spot,
        Numbers.of(detail.getSequenceElement()),
        detail.getProductOrService(),
        detail.getModifier(),
        detail.hasQuantity() ? detail.getQuantity() : null,
        detail.hasUnitPrice() ? detail.getUnitPrice() : null,
        detail.hasFactor(),
        detail.hasNet() ? detail.getNet() : null);
  }
}
