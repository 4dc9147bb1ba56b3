package org.preclaim.intake.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.DetailComponent;
import org.hl7.fhir.r4.model.Claim.ItemComponent;
import org.hl7.fhir.r4.model.Claim.SubDetailComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.intake.fhir.Concepts.Said;

/**
 * Reads the items of a claim as service lines. An item with details is their sum: the details are
 * the lines, under the numbers after the highest item's.
 */
final class Items {

  private final Reading reading;
  private final Found<Claim> claim;
  private final Concepts concepts;
  private final Diagnoses diagnoses;
  private final CareTeam careTeam;
  private final Amounts amounts;
  private final Dates dates;
  private final @Nullable PlaceOfService claimPlace;
  private final List<ServiceLine> lines = new ArrayList<>();
  private final Sequences sequences;
  private int nextNumber;

  Items(
      Reading reading,
      Found<Claim> claim,
      Concepts concepts,
      Diagnoses diagnoses,
      Providers providers,
      @Nullable PlaceOfService claimPlace) {
    this.reading = reading;
    this.claim = claim;
    this.concepts = concepts;
    this.diagnoses = diagnoses;
    this.careTeam = new CareTeam(reading, claim, providers);
    this.amounts = new Amounts(reading);
    this.dates = new Dates(reading);
    this.claimPlace = claimPlace;
    this.sequences = new Sequences(reading, "item");
    this.nextNumber =
        claim.resource().getItem().stream()
            .mapToInt(each -> Numbers.of(each.getSequenceElement()))
            .filter(each -> each <= ServiceLine.NUMBER_MAX)
            .max()
            .orElse(0);
  }

  /** What an item says for all its details. */
  private record Shared(
      @Nullable ServiceDates dates,
      List<Integer> pointers,
      @Nullable PlaceOfService place,
      @Nullable Provider rendering) {}

  /** The lines that {@link #items()} has read. */
  List<ServiceLine> lines() {
    return lines;
  }

  /** The items, in their order. */
  List<ClaimItem> items() {
    List<ClaimItem> items = new ArrayList<>();
    List<ItemComponent> sent = claim.resource().getItem();
    for (int index = 0; index < sent.size(); index++) {
      Spot spot = claim.spot().entry("item", index);
      sequences.take(sent.get(index).getSequenceElement(), spot);
      items.add(item(sent.get(index), spot));
    }
    if (lines.size() > reading.limits().lines()) {
      reading.problem(
          claim.spot().field("item"),
          FhirProblemCode.LIMIT,
          "the claim has more than " + reading.limits().lines() + " lines");
    }
    if (nextNumber > ServiceLine.NUMBER_MAX) {
      reading.problem(
          claim.spot().field("item"),
          FhirProblemCode.LIMIT,
          "the details are lines after the highest sequence of an item, and there are no numbers"
              + " above "
              + ServiceLine.NUMBER_MAX);
    }
    return items;
  }

  private ClaimItem item(ItemComponent item, Spot spot) {
    Shared shared =
        new Shared(
            serviced(item, spot),
            diagnoses.pointers(item.getDiagnosisSequence(), spot),
            place(item, spot),
            careTeam.rendering(item, spot));
    if (!item.hasDetail()) {
      Service service = Service.of(item, spot);
      return leaf(service, service.sequence(), shared);
    }
    List<ClaimItem> details = new ArrayList<>();
    for (int index = 0; index < item.getDetail().size(); index++) {
      details.add(detail(item.getDetail().get(index), spot.entry("detail", index), shared));
    }
    return new ClaimItem(Numbers.of(item.getSequenceElement()), null, null, details);
  }

  private ClaimItem detail(DetailComponent detail, Spot spot, Shared shared) {
    int sequence = Sequences.valued(detail.getSequenceElement(), spot, reading);
    if (!detail.hasSubDetail()) {
      return numbered(Service.of(detail, spot), shared);
    }
    List<ClaimItem> details = new ArrayList<>();
    for (int index = 0; index < detail.getSubDetail().size(); index++) {
      SubDetailComponent each = detail.getSubDetail().get(index);
      Spot at = spot.entry("subDetail", index);
      Sequences.valued(each.getSequenceElement(), at, reading);
      details.add(numbered(Service.of(each, at), shared));
    }
    return new ClaimItem(sequence, null, null, details);
  }

  private ClaimItem numbered(Service service, Shared shared) {
    int number = ++nextNumber;
    reading.notice(
        service.spot(), FhirProblemCode.DETAIL, "the detail is line " + number + " of the answer");
    return leaf(service, number, shared);
  }

  private ClaimItem leaf(Service service, int number, Shared shared) {
    Spot coded = service.spot().field("productOrService");
    Said<HcpcsCode> said = concepts.procedure(service.sent(), coded);
    List<Modifier> modifiers = modifiers(service.modifiers(), service.spot());
    if (said instanceof Said.Foreign<HcpcsCode> foreign) {
      // The one line that is answered without being decided: nothing about its service is known.
      reading.notice(coded, FhirProblemCode.CODE_SYSTEM, foreign.why());
      return new ClaimItem(service.sequence(), null, foreign.why(), List.of());
    }
    BigDecimal units = amounts.units(service);
    var basis = amounts.basis(service);
    var charge = amounts.charge(service);
    ServiceDates served = shared.dates();
    if (said instanceof Said.Code<HcpcsCode> code && units != null && served != null) {
      lines.add(
          new ServiceLine(
              number,
              code.code(),
              modifiers,
              units,
              basis,
              served,
              shared.pointers(),
              charge,
              shared.place(),
              shared.rendering()));
    }
    return new ClaimItem(service.sequence(), number, null, List.of());
  }

  List<Modifier> modifiers(List<CodeableConcept> sent, Spot item) {
    List<Modifier> modifiers = new ArrayList<>();
    for (int index = 0; index < sent.size(); index++) {
      Spot spot = item.entry("modifier", index);
      Said<Modifier> said = concepts.modifier(sent.get(index), spot);
      if (said instanceof Said.Code<Modifier> code) {
        modifiers.add(code.code());
      } else if (said instanceof Said.Foreign<Modifier> foreign) {
        reading.problem(spot, FhirProblemCode.CODE_SYSTEM, foreign.why());
      }
    }
    return modifiers;
  }

  private @Nullable ServiceDates serviced(ItemComponent item, Spot spot) {
    return serviced(claim, item, spot, dates, reading);
  }

  /** The item's own days, or the claim's; null where a problem says why there are none. */
  static @Nullable ServiceDates serviced(
      Found<Claim> claim, ItemComponent item, Spot spot, Dates dates, Reading reading) {
    Type own = item.getServiced();
    if (own != null) {
      return dates.dates(own, spot.field("serviced"));
    }
    if (claim.resource().hasBillablePeriod()) {
      return dates.range(
          claim.resource().getBillablePeriod(), claim.spot().field("billablePeriod"));
    }
    reading.problem(
        spot.field("serviced"),
        FhirProblemCode.DATE,
        "the item has no day of service: expected `servicedDate`, `servicedPeriod`, or the claim's"
            + " `billablePeriod`");
    return null;
  }

  private @Nullable PlaceOfService place(ItemComponent item, Spot spot) {
    if (!item.hasLocation()) {
      return null;
    }
    Spot at = spot.field("location");
    if (!item.hasLocationCodeableConcept()) {
      reading.notice(
          at,
          FhirProblemCode.NOT_READ,
          "the item's place is read as a code of a place of service only");
      return null;
    }
    Said<PlaceOfService> said = concepts.place(item.getLocationCodeableConcept(), at);
    if (said instanceof Said.Foreign<PlaceOfService> foreign) {
      reading.notice(at, FhirProblemCode.CODE_SYSTEM, foreign.why() + "; the place is left out");
    }
    PlaceOfService own = said instanceof Said.Code<PlaceOfService> code ? code.code() : null;
    return own == null || own.equals(claimPlace) ? null : own;
  }
}
