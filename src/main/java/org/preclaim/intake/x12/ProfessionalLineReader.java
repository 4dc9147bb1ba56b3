package org.preclaim.intake.x12;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preclaim.encounter.HcpcsCode;
import org.preclaim.encounter.Modifier;
import org.preclaim.encounter.Money;
import org.preclaim.encounter.PlaceOfService;
import org.preclaim.encounter.Provider;
import org.preclaim.encounter.ServiceDates;
import org.preclaim.encounter.ServiceLine;
import org.preclaim.encounter.UnitBasis;
import org.preclaim.intake.x12.ClaimDraft.LineDraft;

/** Reads the lines of a professional claim, from SV1. */
final class ProfessionalLineReader implements LineReader {

  /** Some senders write every number with decimals, pointers included. */
  private static final Pattern POINTER = Pattern.compile("([0-9]{1,2})(\\.0*)?");

  private final ClaimDraft draft;
  private final ServiceElements elements;
  private final int diagnoses;
  private final @Nullable PlaceOfService claimPlace;
  private final @Nullable Provider claimRendering;

  ProfessionalLineReader(
      ClaimDraft draft,
      int diagnoses,
      @Nullable PlaceOfService claimPlace,
      @Nullable Provider claimRendering) {
    this.draft = draft;
    this.elements = new ServiceElements(draft);
    this.diagnoses = diagnoses;
    this.claimPlace = claimPlace;
    this.claimRendering = claimRendering;
  }

  @Override
  public @Nullable ServiceLine read(LineDraft line, int number, @Nullable Character separator) {
    Segment sent = line.service;
    if (sent == null) {
      return null;
    }
    Segment service = separator == null ? sent : sent.divided(separator);
    HcpcsCode code = elements.code(service, 1);
    List<Modifier> modifiers = elements.modifiers(service, 1);
    Money charge = elements.charge(service, 2);
    UnitBasis basis = elements.basis(service, 3);
    BigDecimal units = elements.typed().decimal(service, 4);
    PlaceOfService place = place(service);
    List<Integer> pointers = pointers(service);
    ServiceDates dates = dates(line);
    Provider own = ProviderReader.read(line.rendering, "rendering provider", draft.notices);
    if (code == null || units == null || dates == null) {
      return null;
    }
    return new ServiceLine(
        number,
        code,
        modifiers,
        units,
        basis,
        dates,
        pointers,
        charge,
        place,
        // A line's own provider without an NPI is not the claim's: it stays unknown.
        line.rendering == null ? claimRendering : own);
  }

  private @Nullable PlaceOfService place(Segment service) {
    String text = service.text(5).strip();
    if (text.isEmpty()) {
      return null;
    }
    try {
      PlaceOfService place = new PlaceOfService(text);
      return place.equals(claimPlace) ? null : place;
    } catch (IllegalArgumentException noPlace) {
      draft.problems.add(
          service.problem(
              X12Code.PLACE, 5, "`%s` is not a place of service; expected two digits", text));
      return null;
    }
  }

  private List<Integer> pointers(Segment service) {
    List<Integer> pointers = new ArrayList<>();
    List<String> sent = service.components(7);
    for (int component = 1; component <= sent.size(); component++) {
      String text = sent.get(component - 1).strip();
      if (text.isEmpty()) {
        continue;
      }
      var matcher = POINTER.matcher(text);
      int pointer = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
      if (pointer < 1 || pointer > diagnoses) {
        draft.problems.add(
            service.problem(
                X12Code.POINTER,
                7,
                component,
                "`%s` points to no diagnosis; the claim has %d",
                text,
                diagnoses));
      } else {
        pointers.add(pointer);
      }
    }
    return pointers;
  }

  private @Nullable ServiceDates dates(LineDraft line) {
    Segment own = elements.date(line.dates, SERVICE);
    Segment found = own == null ? elements.date(draft.dates, SERVICE) : own;
    if (found == null) {
      draft.problems.add(
          line.number.problem(
              X12Code.SEGMENT_MISSING, "the line has no service date; expected `DTP*472`"));
      return null;
    }
    return elements.typed().dates(found);
  }
}
