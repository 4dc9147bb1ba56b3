package org.preclaim.intake.x12;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Reads one service line; what the claim says for all its lines comes in with the constructor. */
final class LineReader {

  /** Some senders write every number with decimals, pointers included. */
  private static final Pattern POINTER = Pattern.compile("([0-9]{1,2})(\\.0*)?");

  private static final String SERVICE = "472";

  private final ClaimDraft draft;
  private final TypedElements elements;
  private final int diagnoses;
  private final @Nullable PlaceOfService claimPlace;
  private final @Nullable Provider claimRendering;

  LineReader(
      ClaimDraft draft,
      int diagnoses,
      @Nullable PlaceOfService claimPlace,
      @Nullable Provider claimRendering) {
    this.draft = draft;
    this.elements = new TypedElements(draft.problems);
    this.diagnoses = diagnoses;
    this.claimPlace = claimPlace;
    this.claimRendering = claimRendering;
  }

  /** The line as {@code number}; null where a problem says why there is none. */
  @Nullable ServiceLine read(LineDraft line, int number, @Nullable Character separator) {
    Segment sent = line.service;
    if (sent == null) {
      return null;
    }
    Segment service = separator == null ? sent : sent.divided(separator);
    HcpcsCode code = code(service);
    List<Modifier> modifiers = modifiers(service);
    Money charge = charge(service);
    UnitBasis basis = basis(service);
    BigDecimal units = elements.decimal(service, 4);
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

  private @Nullable HcpcsCode code(Segment service) {
    String qualifier = service.component(1, 1);
    if (!qualifier.equals("HC")) {
      draft.problems.add(
          service.problem(
              X12Code.CODE_UNKNOWN,
              1,
              1,
              String.format(
                  Locale.ROOT,
                  "`%s` is not a procedure qualifier that is read; expected `HC`",
                  qualifier)));
      return null;
    }
    String text = service.component(1, 2);
    try {
      return HcpcsCode.of(text);
    } catch (IllegalArgumentException noCode) {
      draft.problems.add(
          service.problem(
              X12Code.PROCEDURE,
              1,
              2,
              String.format(
                  Locale.ROOT, "`%s` is not a procedure code; expected letters and digits", text)));
      return null;
    }
  }

  private List<Modifier> modifiers(Segment service) {
    List<Modifier> modifiers = new ArrayList<>();
    for (int component = 3; component <= 6; component++) {
      String text = service.component(1, component);
      if (text.isBlank()) {
        continue;
      }
      try {
        modifiers.add(Modifier.of(text));
      } catch (IllegalArgumentException noModifier) {
        draft.problems.add(
            service.problem(
                X12Code.MODIFIER,
                1,
                component,
                String.format(
                    Locale.ROOT, "`%s` is not a modifier; expected two letters or digits", text)));
      }
    }
    return modifiers;
  }

  private @Nullable Money charge(Segment service) {
    BigDecimal amount = elements.decimal(service, 2);
    try {
      return amount == null ? null : new Money(amount);
    } catch (IllegalArgumentException noMoney) {
      draft.problems.add(
          service.problem(
              X12Code.NUMBER,
              2,
              String.format(
                  Locale.ROOT, "`%s` is not an amount; expected whole cents", service.text(2))));
      return null;
    }
  }

  private UnitBasis basis(Segment service) {
    String code = service.text(3);
    if (!code.isBlank() && !code.equals("UN") && !code.equals("MJ")) {
      draft.problems.add(
          service.problem(
              X12Code.CODE_UNKNOWN,
              3,
              String.format(
                  Locale.ROOT, "`%s` is not a unit that is read; expected `UN` or `MJ`", code)));
    }
    return code.equals("MJ") ? UnitBasis.MINUTES : UnitBasis.UNITS;
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
              X12Code.PLACE,
              5,
              String.format(
                  Locale.ROOT, "`%s` is not a place of service; expected two digits", text)));
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
                String.format(
                    Locale.ROOT,
                    "`%s` points to no diagnosis; the claim has %d",
                    text,
                    diagnoses)));
      } else {
        pointers.add(pointer);
      }
    }
    return pointers;
  }

  private @Nullable ServiceDates dates(LineDraft line) {
    Segment own = service(line.dates);
    Segment found = own == null ? service(draft.dates) : own;
    if (found == null) {
      draft.problems.add(
          line.number.problem(
              X12Code.SEGMENT_MISSING, "the line has no service date; expected `DTP*472`"));
      return null;
    }
    return elements.dates(found);
  }

  private @Nullable Segment service(List<Segment> dates) {
    Segment found = null;
    for (Segment date : dates) {
      if (date.text(1).equals(SERVICE) && found == null) {
        found = date;
      } else if (date.text(1).equals(SERVICE)) {
        draft.problems.add(
            date.problem(X12Code.SEGMENT_REPEATED, "a second service date; expected one"));
      }
    }
    return found;
  }
}
